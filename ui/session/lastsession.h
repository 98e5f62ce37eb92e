#pragma once

#include "ui/present/session.h"

namespace convscope {

// The session that the program was in when it ended, however it ended.

/// Where it stands; empty where the user has no home.
std::filesystem::path lastSessionFile();

struct LastSession
{
    Session session;
    QString problem; ///< a sentence, where there was one that could not be read
};

/// An empty session where there is none. One that cannot be read is kept beside under another name.
LastSession loadLastSession();

} // namespace convscope
