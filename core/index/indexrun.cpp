#include "core/index/indexrun.h"

#include "core/data/photo.h"
#include "core/data/photonames.h"
#include "core/data/readahead.h"
#include "core/index/photoscan.h"
#include "core/io/sha256.h"

#include <algorithm>
#include <charconv>
#include <new>
#include <numeric>

namespace convscope {

namespace fs = std::filesystem;

namespace {

std::array<std::uint8_t, 32> bytesOfHex(const std::string &hex)
{
    std::array<std::uint8_t, 32> bytes{};
    for (std::size_t i = 0; i < bytes.size() && 2 * i + 1 < hex.size(); ++i)
        std::from_chars(&hex[2 * i], &hex[2 * i] + 2, bytes[i], 16);
    return bytes;
}

/// Whether a photo of the index is the file that is there now.
bool isSame(IndexedPhoto &known, const fs::path &file, IndexWork &work)
{
    const std::optional<FileStamp> now = stampOf(file);
    if (!now)
        return !known.isAnswered(); // it could not be read before, either
    if (*now == known.stamp)
        return true;
    if (now->size != known.stamp.size || !known.isAnswered())
        return false;
    ++work.hashed;
    try {
        if (bytesOfHex(sha256OfRegularFile(file)) != known.hash)
            return false;
    } catch (const Error &) {
        return false;
    }
    known.stamp = *now; // copied or touched
    ++work.touched;
    return true;
}

/// Places of a set's photos in the order of their names.
std::vector<std::pair<std::string, std::size_t>> byName(const PhotoSet &set)
{
    std::vector<std::pair<std::string, std::size_t>> names;
    for (std::size_t place = 0; place < set.photos.size(); ++place)
        names.emplace_back(nameBelow(set, set.photos[place]), place);
    std::sort(names.begin(), names.end());
    // A photo that stands in a list twice counts once.
    names.erase(std::unique(names.begin(), names.end(),
                    [](const auto &a, const auto &b) { return a.first == b.first; }),
        names.end());
    return names;
}

} // namespace

IndexWork workOf(std::vector<IndexedPhoto> &known, const PhotoSet &set)
{
    IndexWork work;
    work.isDropped.assign(known.size(), false);
    work.places.resize(known.size());
    std::size_t at = 0;
    const auto passGone = [&](const std::string *until) {
        for (; at < known.size() && (!until || known[at].name < *until); ++at) {
            work.isDropped[at] = true;
            ++work.gone;
        }
    };
    for (const auto &[name, place] : byName(set)) {
        passGone(&name);
        if (at == known.size() || known[at].name != name) {
            ++work.fresh;
            work.todo.push_back(place);
            continue;
        }
        work.places[at] = place;
        if (!isSame(known[at], set.photos[place].file, work)) {
            ++work.changed;
            work.isDropped[at] = true;
            work.todo.push_back(place);
        }
        ++at;
    }
    passGone(nullptr);
    return work;
}

namespace {

/// What is read of a photo's file.
struct ReadPhoto
{
    Photo photo = {};
    std::array<std::uint8_t, 32> hash = {};
    std::optional<FileStamp> stamp = {}; ///< before it was read
    bool isSteady = false; ///< it stayed the same meanwhile
    std::optional<Error> error = {}; ///< why it could not be read
};

ReadPhoto readPhoto(const PhotoRef &ref, const InputDescription &input)
{
    ReadPhoto read;
    read.stamp = stampOf(ref.file);
    try {
        read.photo = loadPhoto(ref, input);
        read.hash = bytesOfHex(sha256OfRegularFile(ref.file));
        read.isSteady = read.stamp && stampOf(ref.file) == read.stamp;
    } catch (const Error &error) {
        read.error = error;
    }
    return read;
}

/// Shows a network photo after photo, and keeps what it says in a tally.
class BlockMaker
{
public:
    /// `order` are places in the set; photos are read ahead.
    BlockMaker(const Network &network, const IndexPlan &plan, const PhotoSet &set,
        const std::vector<std::size_t> &order, double valueShare)
        : m_network(network)
        , m_set(set)
        , m_order(order)
        , m_valueShare(valueShare)
        , m_scanner(makePhotoScanner(network, {plan.layers, plan.areRectified(), plan.features}))
        , m_layers(plan.layers.size())
        , m_maker(filtersOf(network.info(), plan), plan.areRectified(), valueShare > 0)
        , m_photos(m_order.size(), photosAhead(network.info().device),
              [this](std::size_t i) { return readPhoto(m_set.photos[m_order[i]], m_network.info().input); })
    {
    }

    static std::vector<std::size_t> filtersOf(const NetworkInfo &info, const IndexPlan &plan)
    {
        std::vector<std::size_t> filters;
        for (const int layer : plan.layers)
            filters.push_back(std::size_t(info.layers[std::size_t(layer)].channels.value_or(0)));
        return filters;
    }

    /// The next photo. Stamp and hash are those of a file that stays the same while it is read; else it
    /// counts as changed.
    std::optional<Error> addNext(const IndexRun::Hear &hear)
    {
        const std::size_t next = m_next++;
        const std::size_t place = m_order[next];
        const PhotoRef &ref = m_set.photos[place];
        IndexedPhoto photo;
        photo.name = nameBelow(m_set, ref);
        photo.label = ref.label;
        std::optional<FileStamp> before;
        try {
            const ReadPhoto read = m_photos.take(next);
            before = read.stamp;
            if (read.error)
                throw *read.error;
            const PhotoScan scan = m_scanner->scan(read.photo.input);
            photo.hash = read.hash;
            if (read.stamp && read.isSteady)
                photo.stamp = *read.stamp;
            photo.predicted = scan.said.best();
            photo.confidence = float(scan.said.probabilities[std::size_t(photo.predicted)]);
            m_maker.add(photo, scan, isOfSample(photo.name));
            if (hear)
                hear({place, photo, &scan.said, nullptr});
            return {};
        } catch (const Error &error) {
            if (error.kind() == ErrorKind::OutOfMemory || error.kind() == ErrorKind::DeviceLost)
                throw;
            return fail(photo, before, place, error.about(ref.file), hear);
        } catch (const std::bad_alloc &) {
            throw Error(ErrorKind::OutOfMemory);
        }
    }

    std::size_t count() const { return m_maker.count(); }

    IndexTally take()
    {
        for (std::size_t layer = 0; layer < m_layers; ++layer)
            m_maker.addProducts(layer, m_scanner->takeProducts(layer));
        return m_maker.take();
    }

private:
    Error fail(IndexedPhoto &photo, const std::optional<FileStamp> &stamp, std::size_t place,
        const Error &error, const IndexRun::Hear &hear)
    {
        photo.failure = name(error.kind());
        photo.stamp = stamp.value_or(FileStamp());
        photo.predicted = -1;
        photo.confidence = 0;
        m_maker.addFailed(photo);
        if (hear)
            hear({place, photo, nullptr, &error});
        return error;
    }

    /// The same photos in every run: by a hash of the name.
    bool isOfSample(const std::string &name) const
    {
        if (m_valueShare >= 1)
            return true;
        std::uint64_t hash = 14695981039346656037U; // FNV-1a
        for (const char each : name)
            hash = (hash ^ std::uint8_t(each)) * 1099511628211U;
        hash ^= hash >> 29; // whose high bits are weak
        hash *= 0x9e3779b97f4a7c15U;
        return double(hash >> 11) * 0x1p-53 < m_valueShare;
    }

    const Network &m_network;
    const PhotoSet &m_set;
    std::vector<std::size_t> m_order;
    std::size_t m_next = 0;
    double m_valueShare;
    std::unique_ptr<PhotoScanner> m_scanner;
    std::size_t m_layers;
    TallyMaker m_maker;
    ReadAhead<ReadPhoto> m_photos; ///< destroyed first: its threads read what the others hold
};

/// Photos that are run together, by what they are called.
struct Block
{
    std::string name;
    std::vector<std::size_t> photos; ///< places in the set
};

std::string hexOf(const std::string &text)
{
    Sha256 sum;
    sum.add({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    return hexText(sum.digest());
}

std::vector<Block> cutIntoBlocks(const std::vector<std::size_t> &todo, const PhotoSet &set, std::size_t size)
{
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < todo.size(); begin += size) {
        Block block;
        std::string names;
        for (std::size_t i = begin; i < std::min(begin + size, todo.size()); ++i) {
            block.photos.push_back(todo[i]);
            names += nameBelow(set, set.photos[todo[i]]) + '\0';
        }
        block.name = hexOf(names).substr(0, 24);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::string planOf(const std::vector<Block> &blocks)
{
    std::string names;
    for (const Block &block : blocks)
        names += block.name + '\n';
    return hexOf(names);
}

} // namespace

struct IndexRun::State
{
    State(const Network &net, IndexPlan layers, std::shared_ptr<const PhotoSet> photos, IndexFolder root,
        IndexFolder::About told, IndexRunOptions asked, Hear toHear)
        : network(net)
        , plan(std::move(layers))
        , set(std::move(photos))
        , folder(std::move(root))
        , about(std::move(told))
        , options(asked)
        , hear(std::move(toHear))
    {
    }

    bool findField();
    void begin();
    void beginAnew();
    std::optional<IndexTally> readLeft(const std::string &name) const;
    void takeLeftBlocks();
    void fail(IndexTally &tally);
    bool take(const IndexTally &tally);
    void cut();
    void run();
    void endBlock();
    void keepPart();
    void finish();
    double valueShare() const;

    const Network &network;
    IndexPlan plan;
    std::shared_ptr<const PhotoSet> set;
    IndexFolder folder;
    IndexFolder::About about;
    IndexRunOptions options;
    Hear hear;

    std::optional<bool> isNew; ///< nothing is on disk yet
    std::size_t field = 0; ///< of the layers of a new index, the next one whose field is to be found
    std::optional<IndexLock> lock;
    IndexTally whole; ///< what has been merged, with the blocks of this run
    IndexWork work;
    std::vector<Block> blocks; ///< that are to be run
    std::size_t block = 0;
    std::size_t photo = 0; ///< in the block
    std::optional<BlockMaker> maker;
    std::size_t done = 0;
    std::size_t total = 0;
    bool hasChanged = false; ///< the whole is not on disk yet
    bool isDone = false;
    std::vector<Error> failures;
};

/// Finds the receptive fields of a new index's layers: as many as follow from geometry, and then one that
/// takes passes. Returns whether there are more. Which are known already is on disk; a folder of something
/// else is left as it is.
bool IndexRun::State::findField()
{
    if (!isNew)
        isNew = !folder.about();
    while (*isNew && field < about.layers.size()) {
        const int measured = plan.layers[about.layers[field].place];
        const std::size_t place = about.layers[field].place;
        const ReceptiveField found = receptiveField(network, measured);
        for (; field < about.layers.size() && about.layers[field].place == place; ++field)
            about.layers[field].field = found; // what follows value by value sees the same
        if (!fieldInChain(network.info(), measured))
            return field < about.layers.size();
    }
    return false;
}

/// What is known, and what is to do.
void IndexRun::State::begin()
{
    lock.emplace(folder.root(), options.shard ? IndexLock::Kind::Shared : IndexLock::Kind::Alone);
    about = folder.begin(about);
    if (options.isAnew || about.isAnew) {
        beginAnew();
    } else {
        whole = folder.readWhole(about);
        work = workOf(whole.photos, *set);
        hasChanged = work.touched > 0;
        if (std::find(work.isDropped.begin(), work.isDropped.end(), true) != work.isDropped.end()) {
            drop(whole, work.isDropped);
            hasChanged = true;
        }
        if (hasShortLists(whole)) {
            beginAnew();
            work.isBegunAnew = true;
        }
    }
    if (!options.shard)
        takeLeftBlocks();
    cut();
    std::vector<std::size_t> order;
    for (const Block &each : blocks)
        order.insert(order.end(), each.photos.begin(), each.photos.end());
    maker.emplace(network, plan, *set, order, valueShare());
}

/// As if nothing had been merged yet. What has been stays on disk until the new whole takes its place, and
/// index.json tells runs after this one that they go on with that.
void IndexRun::State::beginAnew()
{
    whole = {};
    work = workOf(whole.photos, *set);
    hasChanged = true;
    if (about.isAnew || about.whole.empty())
        return;
    about.isAnew = true;
    about.plan.clear();
    about.blocks.clear();
    folder.write(about); // every shard writes the same
}

/// A block that is there, of photos as they are now, labelled as they are now. None else; one that is damaged
/// or of other photos is removed, so that a new one can take its place.
std::optional<IndexTally> IndexRun::State::readLeft(const std::string &name) const
{
    std::error_code ignored;
    if (!fs::exists(folder.block(name), ignored))
        return {};
    try {
        IndexTally left = folder.readBlock(about, name);
        const IndexWork now = workOf(left.photos, *set);
        bool isCurrent = now.gone == 0 && now.changed == 0;
        for (std::size_t photo1 = 0; photo1 < left.photos.size() && isCurrent; ++photo1)
            isCurrent = left.photos[photo1].label == set->photos[*now.places[photo1]].label;
        if (isCurrent)
            return left;
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::CannotRead || error.kind() == ErrorKind::OutOfMemory)
            throw;
    }
    folder.removeBlock(name);
    return {};
}

/// Blocks that a run has written that did not come to its end. Those that have changed since are run again.
void IndexRun::State::takeLeftBlocks()
{
    for (const std::string &name : folder.blocks()) {
        std::optional<IndexTally> left = readLeft(name);
        if (!left)
            continue;
        std::set<std::string> names;
        for (const std::size_t place : work.todo)
            names.insert(nameBelow(*set, set->photos[place]));
        const bool isAsked = std::all_of(left->photos.begin(), left->photos.end(),
            [&](const IndexedPhoto &each) { return names.contains(each.name); });
        if (!isAsked)
            continue;
        if (!take(*left))
            continue;
        std::erase_if(work.todo,
            [&](std::size_t place) { return left->find(nameBelow(*set, set->photos[place])).has_value(); });
    }
}

/// Merges it. Returns false where a sum would be too large; then all is as before.
bool IndexRun::State::take(const IndexTally &tally)
{
    if (!haveRoom(whole, tally))
        return false;
    whole = merged(std::move(whole), tally);
    hasChanged = true;
    return true;
}

/// Each photo that the sums of what is there have no room for is one that failed.
void IndexRun::State::fail(IndexTally &tally)
{
    TallyMaker failed(BlockMaker::filtersOf(network.info(), plan), plan.areRectified(), false);
    for (IndexedPhoto &each : tally.photos) {
        if (each.isAnswered()) {
            each.failure = name(ErrorKind::NotFinite);
            each.predicted = -1;
            each.confidence = 0;
            failures.push_back(tooLargeToSum().in(set->folder / each.name));
        }
        failed.addFailed(each);
    }
    tally = failed.take();
}

void IndexRun::State::cut()
{
    blocks = cutIntoBlocks(work.todo, *set, std::size_t(std::max(1, options.block)));
    if (options.shard) {
        const std::string plan1 = planOf(blocks);
        if (!about.plan.empty() && about.plan != plan1)
            throw Error(ErrorKind::IndexOfOther, folder.root(), {}, Phrase::OtherBlocks);
        if (about.plan.empty() && !blocks.empty()) {
            about.plan = plan1;
            for (const Block &each : blocks)
                about.blocks.push_back(each.name);
            folder.write(about); // every shard writes the same
        }
        std::vector<Block> mine;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (int(i % std::size_t(options.shard->count)) == options.shard->index
                && !readLeft(blocks[i].name))
                mine.push_back(std::move(blocks[i]));
        }
        blocks = std::move(mine);
    }
    total = std::accumulate(blocks.begin(), blocks.end(), std::size_t(0),
        [](std::size_t sum, const Block &each) { return sum + each.photos.size(); });
}

double IndexRun::State::valueShare() const
{
    const std::vector<std::size_t> filters = BlockMaker::filtersOf(network.info(), plan);
    const double bytes = 4.0 * double(std::accumulate(filters.begin(), filters.end(), std::size_t(0)));
    return double(options.maxValueBytes) / (bytes * double(std::max<std::size_t>(1, set->photos.size())));
}

void IndexRun::State::run()
{
    if (const std::optional<Error> failure = maker->addNext(hear))
        failures.push_back(*failure);
    ++done;
    if (++photo == blocks[block].photos.size())
        endBlock();
}

void IndexRun::State::endBlock()
{
    IndexTally tally = maker->take();
    const bool isLast = block + 1 == blocks.size();
    if (options.shard || !isLast) // the last one goes into the whole at once
        writeTally(folder.block(blocks[block].name), about.key, tally);
    if (!options.shard && !take(tally)) {
        fail(tally);
        take(tally);
    }
    photo = 0;
    ++block;
}

/// The photos of a block that is not done become a block of their own.
void IndexRun::State::keepPart()
{
    const std::vector<std::size_t> part(
        blocks[block].photos.begin(), blocks[block].photos.begin() + std::ptrdiff_t(photo));
    for (const Block &each : cutIntoBlocks(part, *set, std::max<std::size_t>(1, part.size())))
        writeTally(folder.block(each.name), about.key, maker->take());
    isDone = true;
    lock.reset();
}

void IndexRun::State::finish()
{
    if (hasChanged && !options.shard)
        about = folder.replaceWhole(std::move(about), whole);
    hasChanged = false;
    isDone = true;
    lock.reset();
}

IndexRun::IndexRun(const Network &network, IndexPlan plan, std::shared_ptr<const PhotoSet> set,
    IndexFolder folder, IndexFolder::About about, IndexRunOptions options, Hear hear)
    : m_state(std::make_unique<State>(network, std::move(plan), std::move(set), std::move(folder),
        std::move(about), options, std::move(hear)))
{
}

IndexRun::~IndexRun() = default;

bool IndexRun::step()
{
    State &state = *m_state;
    if (state.isDone)
        return false;
    if (!state.maker) {
        if (!state.findField())
            state.begin();
    } else if (state.block < state.blocks.size())
        state.run();
    else
        state.finish();
    return !state.isDone;
}

Progress IndexRun::progress() const
{
    return m_state->maker ? Progress{int(m_state->done), int(m_state->total)} : Progress{};
}

void IndexRun::settle()
{
    State &state = *m_state;
    if (!state.maker || state.isDone || state.options.shard)
        return;
    if (state.about.isAnew && state.block < state.blocks.size()) {
        state.keepPart();
        return;
    }
    if (state.maker->count() > 0) {
        IndexTally tally = state.maker->take();
        if (!state.take(tally)) {
            state.fail(tally);
            state.take(tally);
        }
    }
    state.finish();
}

const IndexWork &IndexRun::work() const { return m_state->work; }

const std::vector<Error> &IndexRun::failures() const { return m_state->failures; }

MergeReport mergeShards(const IndexFolder &folder, bool isPartial)
{
    std::optional<IndexFolder::About> about = folder.about();
    if (!about)
        throw Error(ErrorKind::IndexMissing, folder.root());
    const IndexLock lock(folder.root(), IndexLock::Kind::Alone);
    about = folder.about();
    MergeReport report;
    report.blocks = about->blocks.size();
    IndexTally whole = about->isAnew ? IndexTally{} : folder.readWhole(*about);
    std::vector<std::string> there;
    for (std::size_t i = 0; i < about->blocks.size(); ++i) {
        try {
            std::error_code ignored;
            if (!fs::exists(folder.block(about->blocks[i]), ignored)) {
                report.missing.push_back(i);
                continue;
            }
            folder.readBlock(*about, about->blocks[i]);
            there.push_back(about->blocks[i]);
        } catch (const Error &error) {
            if (error.kind() == ErrorKind::OutOfMemory)
                throw;
            report.damaged.push_back(i);
        }
    }
    report.photos = whole.photos.size();
    if (((!report.missing.empty() || !report.damaged.empty()) && !isPartial) || there.empty())
        return report;
    for (const std::string &name : there) {
        const IndexTally block = folder.readBlock(*about, name);
        // What has changed since it was merged: the new one counts.
        std::vector<bool> isDropped(whole.photos.size(), false);
        for (std::size_t place = 0; place < whole.photos.size(); ++place)
            isDropped[place] = block.find(whole.photos[place].name).has_value();
        drop(whole, isDropped);
        whole = merged(std::move(whole), block);
        ++report.merged;
    }
    report.photos = whole.photos.size();
    folder.replaceWhole(std::move(*about), whole);
    return report;
}

} // namespace convscope
