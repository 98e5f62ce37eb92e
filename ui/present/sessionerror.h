#pragma once

#include <QString>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace convscope {

/// What is wrong with a session or a figure as such. A file that cannot be read at all is an Error. The
/// comment names the values, in order.
class SessionError : public std::exception
{
public:
    enum class Kind
    {
        WithoutRecipe,
        NotASession,
        Damaged, // what does not fit
        TooNew, // version found, version known
    };

    explicit SessionError(Kind kind, std::vector<std::string> values = {}, std::filesystem::path file = {})
        : m_kind(kind)
        , m_values(std::move(values))
        , m_file(std::move(file))
    {
    }

    Kind kind() const { return m_kind; }
    const std::vector<std::string> &values() const { return m_values; }
    /// Empty while it is not known.
    const std::filesystem::path &file() const { return m_file; }
    /// The same, told of `file`.
    SessionError in(const std::filesystem::path &file) const { return SessionError(m_kind, m_values, file); }

private:
    Kind m_kind;
    std::vector<std::string> m_values;
    std::filesystem::path m_file;
};

/// In sentences.cpp.
QString sentence(const SessionError &error);

} // namespace convscope
