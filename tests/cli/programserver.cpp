#include "tests/cli/programserver.h"

#include "app/program.h"
#include "core/runtime.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace {

constexpr std::size_t longestRequest = 1 << 17;

[[noreturn]] void fail(const char *what) { throw std::system_error(errno, std::generic_category(), what); }

using Files = std::array<int, 2>; ///< for stdout and stderr

/// A message with the files that go with it.
struct Packet
{
    explicit Packet(std::string &text)
        : part{text.data(), text.size()}
    {
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
    }

    iovec part;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(Files))> control = {};
    msghdr message = {};
};

void send(int socket, std::string request, const Files &files)
{
    Packet packet(request);
    cmsghdr *header = CMSG_FIRSTHDR(&packet.message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof files);
    std::memcpy(CMSG_DATA(header), files.data(), sizeof files);
    if (::sendmsg(socket, &packet.message, MSG_NOSIGNAL) != ssize_t(request.size()))
        fail("sendmsg");
}

/// Empty when the other side has ended.
std::string receive(int socket, Files &files)
{
    std::string request(longestRequest, '\0');
    Packet packet(request);
    const ssize_t length = ::recvmsg(socket, &packet.message, MSG_CMSG_CLOEXEC);
    if (length < 0)
        fail("recvmsg");
    request.resize(std::size_t(length));
    if (const cmsghdr *header = CMSG_FIRSTHDR(&packet.message))
        std::memcpy(files.data(), CMSG_DATA(header), sizeof files);
    return request;
}

/// In a process of its own: the locale, then the words of the command line, each ended by a zero.
[[noreturn]] void become(std::string request, const Files &files)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::dup2(files[0], STDOUT_FILENO) < 0 || ::dup2(files[1], STDERR_FILENO) < 0)
        ::_exit(126);
    std::vector<char *> words;
    for (std::size_t at = 0; at < request.size(); at += std::strlen(&request[at]) + 1)
        words.push_back(&request[at]);
    ::setenv("LC_ALL", words[0], 1);
    char name[] = "convscope";
    words[0] = name;
    const int count = int(words.size());
    words.push_back(nullptr);
    std::exit(convscope::runProgram(count, words.data()));
}

[[noreturn]] void serve(int socket)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // also where the test program is killed
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "LANGUAGE"})
        ::unsetenv(name);
    convscope::resolveDevice("cpu"); // loads the engine, and LibTorch with it
    Files files = {};
    while (true) {
        std::string request = receive(socket, files);
        if (request.empty())
            ::_exit(0);
        const pid_t child = ::fork();
        if (child < 0)
            fail("fork");
        if (child == 0)
            become(std::move(request), files);
        for (const int file : files)
            ::close(file);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0)
            if (errno != EINTR)
                fail("waitpid");
        if (::send(socket, &status, sizeof status, MSG_NOSIGNAL) != sizeof status)
            ::_exit(1);
    }
}

std::string contents(int file)
{
    std::string text(std::size_t(::lseek(file, 0, SEEK_END)), '\0');
    if (::pread(file, text.data(), text.size(), 0) != ssize_t(text.size()))
        fail("pread");
    ::close(file);
    return text;
}

} // namespace

ProgramServer &ProgramServer::instance()
{
    static ProgramServer server;
    return server;
}

void ProgramServer::begin()
{
    std::array<int, 2> sockets = {};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        fail("socketpair");
    const pid_t child = ::fork();
    if (child < 0)
        fail("fork");
    ::close(sockets[child == 0 ? 0 : 1]);
    if (child == 0)
        serve(sockets[1]);
    instance().m_socket = sockets[0];
}

ProgramServer::Answer ProgramServer::run(const std::string &locale, const std::vector<std::string> &words)
{
    std::string request = locale + '\0';
    for (const std::string &word : words)
        request += word + '\0';
    if (request.size() > longestRequest)
        throw std::length_error("the command line is too long for the server");
    const Files files = {::memfd_create("stdout", MFD_CLOEXEC), ::memfd_create("stderr", MFD_CLOEXEC)};
    if (files[0] < 0 || files[1] < 0)
        fail("memfd_create");
    send(m_socket, request, files);
    int status = 0;
    if (::recv(m_socket, &status, sizeof status, 0) != sizeof status)
        fail("recv");
    const bool exited = WIFEXITED(status);
    return {exited ? WEXITSTATUS(status) : -1, !exited, contents(files[0]), contents(files[1])};
}
