#pragma once

#include "core/computation.h"
#include "core/error.h"
#include "ui/present/guithread.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace convscope {

/// How urgent a job is; the smaller value goes first. Of equally urgent jobs the one that was started last
/// goes first, since that is what the user asked for last.
enum class Urgency
{
    Open, ///< everything else waits for it
    Shown, ///< it is what the user sees first of a photo
    Quick, ///< it is done in a moment
    Slow, ///< it takes seconds
    Background, ///< it goes behind everything else
};

/// Makes the name of a job each time it is shown, in the language of that moment.
class JobTitle
{
public:
    JobTitle() = default;
    JobTitle(const QString &text) // NOLINT: a text that is the same in all languages is a title
    {
        if (!text.isEmpty())
            m_make = [text] { return text; };
    }
    template <typename Make>
    requires std::is_invocable_r_v<QString, Make> JobTitle(
        Make make) // NOLINT: a function that makes the text is a title, too
        : m_make(std::move(make))
    {
    }

    bool isEmpty() const { return !m_make; }
    /// GUI thread only.
    QString text() const
    {
        assertGuiThread(Q_FUNC_INFO);
        return m_make ? m_make() : QString();
    }

private:
    std::function<QString()> m_make;
};

/// What the lane has to know of a job besides its computation.
struct JobSpec
{
    Urgency urgency = Urgency::Open;
    JobTitle title; ///< for the list of jobs; a job without a title is not listed
    /// The network that the job runs; only one thread may run it at a time. When the lane gives up a step on
    /// a network, all other jobs on it fail, too.
    std::shared_ptr<const void> network = {};
    std::shared_ptr<const void> secondNetwork = {}; ///< where the job runs another one as well
    /// Where the job begins: how much was done before of how much, as far as that is known.
    Progress begin = {};
    /// Asks for the same once more after the user has stopped the job. The lane's owner must still live. It
    /// is called on the GUI thread, maybe before the owner of the job hears that it was stopped.
    std::function<void()> again = {};
    /// Whether `again` would still do something. Without this function it always would.
    std::function<bool()> canAgain = {};
    /// A step takes equally long in all jobs of one kind; from that follows the time that is left. Where it
    /// is empty, jobs of the same urgency are of one kind.
    QString kind = {};
};

/// What the owner of a job hears, on the GUI thread. Exactly one of done, failed and stopped is called, once,
/// unless the job is dropped before. `progress` comes before that, at most about 20 times a second.
/// `snapshot` gives what the owner would hear if the job ended there. It comes at most twice a second, and
/// takes at most a hundredth of the lane's time.
template <typename Result> struct Replies
{
    std::function<void(Result)> done;
    std::function<void(const Error &)> failed;
    std::function<void(Progress)> progress = {};
    /// The user stopped the job. The argument is the result so far, where that is valid.
    std::function<void(std::optional<Result>)> stopped = {};
    std::function<void(Result)> snapshot = {};
};

} // namespace convscope
