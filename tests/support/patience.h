#pragma once

#include <QTest>

/// Milliseconds after which a test gives up waiting. A test that cannot pass fails late, and none fails
/// because the machine is busy.
constexpr int patience = 600000;

// Qt's QTRY_VERIFY and QTRY_COMPARE give up after 5 s. Here they have the same patience.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), patience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), patience)
