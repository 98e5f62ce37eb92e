#pragma once

namespace convscope {

/// What kind of answer a method gives. All that is made of answers (pictures, captions, files, measures)
/// knows these kinds, not the methods.
enum class AnswerKind
{
    Attribution, ///< a map for a class
    Activation, ///< the map of one filter
    OptimisedImage, ///< a picture made to excite something
    SuperpixelWeights, ///< a weight for each superpixel and class
    LayerMaps, ///< a map for a class at each of several layers
    FilterWeights, ///< a weight for each filter of a layer
};

/// Whether the answer says something of the places of the photo, so that it has a heat, and what is known of
/// these places can be drawn over its picture.
constexpr bool showsPlaces(AnswerKind kind)
{
    return kind == AnswerKind::Attribution || kind == AnswerKind::Activation
        || kind == AnswerKind::SuperpixelWeights;
}

/// What the values of an attribution's map mean.
enum class Meaning
{
    Sensitivity, ///< size of a slope, 0 or more: how much the score moves with the pixel, either way
    Evidence, ///< signed, in units of the score: above 0 speaks for the class, below 0 against it
    Relevance, ///< only the shape of what is above 0 counts, e.g. of a class activation map
    Slope, ///< signed: above 0 where a larger value of the pixel raises the score, below 0 where it lowers it
    Difference, ///< signed: above 0 where the map of the first of two networks is larger, below 0 where the
                ///< second one's is
};

/// What is to be known of a method whatever it is asked. Each options struct has one, named `traits`.
struct MethodTraits
{
    const char *name; ///< on the command line, in recipes and sessions
    const char
        *files; ///< what its row and its arrays are called; the arrays of superpixels may have no such word
    AnswerKind answer;
    Meaning meaning = Meaning::Sensitivity; ///< of an attribution; with other options it may be another
    bool needsGradients = false;
    bool startsFromNoise = false; ///< looks at no photo: its answer is the same beside all
    /// About how many passes of the network a quick answer costs: those that cost less are seen first.
    int passes = 1;
    bool explainsFilters = false; ///< its target may be a filter: it asks the network for nothing but scores
    bool comparesClasses = false; ///< its target is a class and another one to compare it with, nothing else
    bool hasErrors = false; ///< of superpixels' weights: each has a standard error
    /// Takes seconds: it starts once the choice has rested, and shows how far it is. Where that depends on
    /// what is asked, the options struct has a function of this name.
    bool isSlow = false;
    int minDone = 1; ///< steps after which an answer is valid
    int minShown = 1; ///< steps after which the answer so far is worth a look; minDone or more
};

} // namespace convscope
