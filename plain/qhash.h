#pragma once

#include <map>

template <typename Key, typename Value> using QHash = std::map<Key, Value>;
