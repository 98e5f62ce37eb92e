#pragma once

#include <QTest>

// Qt's QTRY_VERIFY and QTRY_COMPARE give up after 5 s, which a busy machine needs for what takes it 50 ms otherwise. Here
// they wait for ten minutes: a test that cannot pass fails late, and none fails because of the machine.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), 600000)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, 600000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), 600000)
