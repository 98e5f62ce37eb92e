#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

namespace convscope {

class EdgesRun;

struct EdgesOptions
{
    Target target = {};

    using Run = EdgesRun;
    static constexpr MethodTraits traits{
        .name = "edges", .files = "edges", .answer = AnswerKind::Attribution, .meaning = Meaning::Relevance};
    int steps() const { return 1; }

    bool operator==(const EdgesOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
    }
};

/// A rival of all explanations, to compare them with: the edges of the photo, with which the network has
/// nothing to do. The size of the Sobel gradient of the gray photo, 1×H×W, as scikit-image's
/// sobel(rgb2gray(photo)). Adebayo et al., "Sanity Checks for Saliency Maps", arXiv:1810.03292, found that
/// explanations may look like the output of an edge detector. The target is what others measure the map for;
/// the network is asked for it alone. One step.
class EdgesRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange.
    EdgesRun(const Network &network, Photo photo, const EdgesOptions &options);
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    EdgesOptions m_options;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
