#pragma once

#include "core/computation.h"
#include "core/explain/methods.h"
#include "core/explain/rival.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

class RedrawnNetwork;

// A measure says how good a map is, in one number. A rival map, which knows nothing of the network, says what
// that number is worth.

struct CurvePoint
{
    double x = 0;
    double y = 0;

    bool operator==(const CurvePoint &) const = default;
};

/// A number that belongs to a measure's value, e.g. the probability that it starts from.
struct Detail
{
    std::string name; ///< in files; the measure's header says what it is
    double value = 0;

    bool operator==(const Detail &) const = default;
};

/// What a measure says of one map.
struct Measured
{
    double value = 0; ///< lies in MeasureTraits::range
    std::vector<CurvePoint> curve = {}; ///< what the value sums up, by rising x; most measures have none
    Notes notes = {};
    std::vector<Detail> details = {}; ///< what has to be said with the value; most measures have none

    /// The detail of this name; none where there is no such detail.
    std::optional<double> detail(const std::string &name) const;

    bool operator==(const Measured &) const = default;
};

/// Which of two values speaks for the map.
enum class Better
{
    Higher,
    Lower,
    Neither, ///< the value describes the map and does not judge it
};

/// What is to be known of a measure whatever it is taken of.
struct MeasureTraits
{
    const char *name; ///< on the command line and in files
    /// It is taken of the map's heat (heatOf). Else it is taken of the answer itself, and so of no rival map.
    bool needsHeat = true;
    bool needsMask = false; ///< it compares the map with the photo's mask
    bool needsNetwork = false; ///< it runs the network: it takes several steps, and depends on the class
    bool needsQuestion = false; ///< it asks the answer's question again, and so is taken of no rival map
    Bounds range = {}; ///< of the value
    Better better = Better::Higher;
    int passes = 0; ///< about how many forward passes of the network it costs
    int runs = 0; ///< how often it asks the question again; each costs what the method costs
};

/// A map that is to be measured, with all that a measure may want to know of it.
struct MeasureInput
{
    const Photo &photo;
    std::shared_ptr<const Map> heat = {}; ///< 1×H×W, of the size of photo.input; null where there is none
    std::optional<int> target = {}; ///< the class that the map is about; none where it is about no class
    const Network *network = nullptr; ///< null where only measures that need no network are taken
    const Answer *answer = nullptr; ///< null of a rival map
    const MethodOptions *question = nullptr; ///< what the answer was asked with; null of a rival map
    RedrawnNetwork *redrawn = nullptr; ///< keeps a network drawn anew for the next measurement; may be null
};

/// An answer for a photo, with its heat and its target.
MeasureInput measureInput(const Answer &answer, const Photo &photo);

/// A running measure.
class Measurement : public Computation
{
public:
    /// Valid when step() has returned false. None where the measure has nothing to say of the map.
    virtual std::optional<Measured> result() const = 0;
};

/// A measurement that has ended and has nothing to say.
std::unique_ptr<Measurement> nothingMeasured();

/// A way to measure maps. It holds its own parameters, and any number of measurements may run at a time.
class Measure
{
public:
    virtual ~Measure() = default;
    virtual const MeasureTraits &traits() const = 0;

    /// Starts a measurement. The input must have what the traits need. The measure, and what the input points
    /// to, must outlive the measurement. Throws Error.
    virtual std::unique_ptr<Measurement> start(const MeasureInput &input) const = 0;
};

/// A measure that is worked out at once, in well under 100 ms.
class QuickMeasure : public Measure
{
public:
    std::unique_ptr<Measurement> start(const MeasureInput &input) const final;

protected:
    /// None where the measure has nothing to say of the map. Throws Error.
    virtual std::optional<Measured> take(const MeasureInput &input) const = 0;

private:
    class Taken;
};

/// Measures are shared by those who take them.
using MeasurePtr = std::shared_ptr<const Measure>;

/// The list of measures, each with its defaults: what can be measured of a map. A new measure is one more
/// entry here.
const std::vector<MeasurePtr> &allMeasures();

/// The measure with this name, with its defaults; null where there is no such measure.
MeasurePtr measureNamed(const std::string &name);

/// Whether the input has what the measure needs: a heat or an answer, a mask, the network, the question.
bool canMeasure(const Measure &measure, const MeasureInput &input);

/// Takes a measure from its start to its end; not on a window's thread. None where the measure has nothing to
/// say of the map, or where the input lacks what it needs. Throws Error.
std::optional<Measured> takeMeasure(const Measure &measure, const MeasureInput &input);

/// A measure with what it says of one map.
struct TakenMeasure
{
    MeasurePtr measure;
    Measured measured;

    bool operator==(const TakenMeasure &) const = default;
};
using TakenMeasures = std::vector<TakenMeasure>;

/// What the measure of this name has found; null where it is not among them.
const Measured *measuredBy(const std::string &name, const TakenMeasures &taken);

/// Takes all measures that need no network and have something to say of the map, in the order of the list;
/// not on a window's thread. Measures that need the network take long: whoever wants one starts it as a
/// computation of its own. Throws Error.
TakenMeasures takeQuickMeasures(
    const MeasureInput &input, const std::vector<MeasurePtr> &measures = allMeasures());

/// An answer with what has been measured of it.
struct MeasuredAnswer
{
    Answer answer;
    TakenMeasures measures = {};
};

/// Takes the quick measures of an answer for a photo; not on a window's thread. Throws Error.
MeasuredAnswer withMeasures(Answer answer, const Photo &photo);

} // namespace convscope
