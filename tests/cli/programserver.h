#pragma once

#include <string>
#include <vector>

// Loading LibTorch takes longer than most of the commands that the tests run. So a process loads it once,
// when a test program begins, and makes a copy of itself for each command: fork() before anything was
// computed and while there is one thread, so that a copy is as good as a new process.

class ProgramServer
{
public:
    struct Answer
    {
        int code = -1;
        bool crashed = true;
        std::string out;
        std::string err;
    };

    /// Begins the process that serves. To be called before anything else of main().
    static void begin();
    static ProgramServer &instance();

    /// Runs the program with these words after its name, for a user of this locale, until it ends. One at a
    /// time.
    Answer run(const std::string &locale, const std::vector<std::string> &words);

private:
    ProgramServer() = default;
    int m_socket = -1;
};

/// The main() of a QtTest program that runs the program by the server.
#define CONVSCOPE_CLI_TEST_MAIN(Test)                                                                        \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        ProgramServer::begin();                                                                              \
        QCoreApplication application(argc, argv);                                                            \
        Test test;                                                                                           \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
