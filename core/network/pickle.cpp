#include "core/network/pickle.h"

#include "core/error.h"

#include <charconv>
#include <unordered_map>

namespace convscope {

namespace {

using Id = PickleTree::Id;
using Kind = PickleTree::Kind;
using Node = PickleTree::Node;

// For nodes, memo, stack, marks and copied items each. A checkpoint has some hundred nodes; one with long
// training curves beside, some ten thousand. A node takes about 70 bytes.
constexpr std::size_t maxCount = 2'000'000;
constexpr std::size_t longestGlobal =
    1000; // a long one, recalled and joined again and again, would fill memory

[[noreturn]] void damaged(const std::string &what) { throw Error(ErrorKind::NetworkDamaged, {}, {what}); }

enum Opcode : std::uint8_t
{
    Mark = '(',
    Stop = '.',
    Pop = '0',
    PopMark = '1',
    Dup = '2',
    FloatText = 'F',
    IntText = 'I',
    BinInt = 'J',
    BinInt1 = 'K',
    LongText = 'L',
    BinInt2 = 'M',
    NoneValue = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    Append = 'a',
    Build = 'b',
    GlobalName = 'c',
    DictFromMark = 'd',
    EmptyDict = '}',
    Appends = 'e',
    GetText = 'g',
    BinGet = 'h',
    Inst = 'i',
    LongBinGet = 'j',
    ListFromMark = 'l',
    EmptyList = ']',
    Obj = 'o',
    PutText = 'p',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    TupleFromMark = 't',
    EmptyTuple = ')',
    SetItems = 'u',
    BinFloat = 'G',
    BinBytes = 'B',
    ShortBinBytes = 'C',
    Proto = 0x80,
    NewObj = 0x81,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    Long4 = 0x8b,
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes8 = 0x8e,
    EmptySet = 0x8f,
    AddItems = 0x90,
    FrozenSet = 0x91,
    NewObjEx = 0x92,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
    ByteArray8 = 0x96,
};

bool makesDict(const Node &callable)
{
    return callable.kind == Kind::Global
        && (callable.text == "collections.OrderedDict" || callable.text == "builtins.dict");
}

} // namespace

/// Python's pickle machine with a stack, marks and a memo, building nodes instead of objects.
class PickleReader
{
public:
    explicit PickleReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    PickleTree run()
    {
        while (true) {
            const std::uint8_t opcode = byte();
            if (opcode == Stop)
                break;
            if (!number(opcode) && !string(opcode) && !container(opcode) && !object(opcode)
                && !machine(opcode))
                damaged("data.pkl: opcode " + std::to_string(opcode));
        }
        m_tree.m_root = pop();
        return std::move(m_tree);
    }

private:
    // Reading bytes

    std::span<const std::uint8_t> take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_next)
            damaged("data.pkl ends too early");
        const auto taken = m_bytes.subspan(m_next, std::size_t(count));
        m_next += std::size_t(count);
        return taken;
    }

    std::uint8_t byte() { return take(1)[0]; }

    std::uint64_t littleEndian(int count)
    {
        std::uint64_t value = 0;
        const auto bytes = take(std::uint64_t(count));
        for (int i = 0; i < count; ++i)
            value |= std::uint64_t(bytes[std::size_t(i)]) << (8 * i);
        return value;
    }

    std::string text(std::uint64_t count)
    {
        const auto bytes = take(count);
        return std::string(bytes.begin(), bytes.end());
    }

    std::string line()
    {
        std::string result;
        for (std::uint8_t next = byte(); next != '\n'; next = byte())
            result.push_back(char(next));
        return result;
    }

    template <typename Integer> static Integer parsed(std::string_view digits)
    {
        Integer value{};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            damaged("data.pkl: number " + printable(digits));
        return value;
    }

    // The stack

    Node &node(Id id) { return m_tree.m_nodes[id]; }

    static void limit(std::size_t count)
    {
        if (count >= maxCount)
            damaged("data.pkl holds too many values");
    }

    void push(Id id)
    {
        limit(m_stack.size());
        m_stack.push_back(id);
    }

    void push(Node made)
    {
        limit(m_tree.m_nodes.size());
        m_tree.m_nodes.push_back(std::move(made));
        push(Id(m_tree.m_nodes.size() - 1));
    }

    void push(Kind kind, std::int64_t integer) { push(Node{kind, integer, {}, {}}); }
    void push(Kind kind, std::string text) { push(Node{kind, 0, std::move(text), {}}); }
    void push(Kind kind, std::vector<Id> items) { push(Node{kind, 0, {}, std::move(items)}); }

    /// Values below the topmost mark belong to whoever set the mark.
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    Id top() const
    {
        if (m_stack.size() <= floor())
            damaged("data.pkl takes a value that is not there");
        return m_stack.back();
    }

    Id pop()
    {
        const Id id = top();
        m_stack.pop_back();
        return id;
    }

    std::vector<Id> popMany(std::size_t count)
    {
        std::vector<Id> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        return items;
    }

    std::vector<Id> popToMark()
    {
        if (m_marks.empty())
            damaged("data.pkl takes a mark that is not there");
        const auto first = m_stack.begin() + std::ptrdiff_t(m_marks.back());
        std::vector<Id> items(first, m_stack.end());
        m_stack.erase(first, m_stack.end());
        m_marks.pop_back();
        return items;
    }

    // Opcodes by what they make; each returns false for those of another

    bool number(std::uint8_t opcode)
    {
        switch (opcode) {
        case NoneValue:
            push(Kind::None, 0);
            return true;
        case NewTrue:
        case NewFalse:
            push(Kind::Bool, opcode == NewTrue ? 1 : 0);
            return true;
        case BinInt:
            push(Kind::Integer, std::int32_t(littleEndian(4)));
            return true;
        case BinInt1:
            push(Kind::Integer, std::int64_t(littleEndian(1)));
            return true;
        case BinInt2:
            push(Kind::Integer, std::int64_t(littleEndian(2)));
            return true;
        case Long1:
            longInteger(littleEndian(1));
            return true;
        case Long4:
            longInteger(littleEndian(4));
            return true;
        case IntText:
        case LongText:
            textInteger(line());
            return true;
        case BinFloat:
            take(8);
            push(Kind::Other, 0);
            return true;
        case FloatText:
            line();
            push(Kind::Other, 0);
            return true;
        default:
            return false;
        }
    }

    /// Two's complement, little endian, of any length.
    void longInteger(std::uint64_t count)
    {
        const auto bytes = take(count);
        if (count > 8) {
            push(Kind::Other, 0);
            return;
        }
        std::uint64_t value = count > 0 && (bytes.back() & 0x80) ? ~std::uint64_t(0) : 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = (value << 8) | bytes[i];
        push(Kind::Integer, std::int64_t(value));
    }

    void textInteger(std::string digits)
    {
        if (digits == "00" || digits == "01") { // how protocols 0 and 1 write False and True
            push(Kind::Bool, digits == "01" ? 1 : 0);
            return;
        }
        if (digits.ends_with('L'))
            digits.pop_back();
        push(Kind::Integer, parsed<std::int64_t>(digits));
    }

    bool string(std::uint8_t opcode)
    {
        switch (opcode) {
        case ShortBinUnicode:
        case ShortBinString:
            push(Kind::Text, text(littleEndian(1)));
            return true;
        case BinUnicode:
        case BinString:
            push(Kind::Text, text(littleEndian(4)));
            return true;
        case BinUnicode8:
            push(Kind::Text, text(littleEndian(8)));
            return true;
        case ShortBinBytes:
            push(Kind::Bytes, text(littleEndian(1)));
            return true;
        case BinBytes:
            push(Kind::Bytes, text(littleEndian(4)));
            return true;
        case BinBytes8:
        case ByteArray8:
            push(Kind::Bytes, text(littleEndian(8)));
            return true;
        default:
            return false;
        }
    }

    bool container(std::uint8_t opcode)
    {
        switch (opcode) {
        case EmptyList:
        case EmptyTuple:
        case EmptyDict:
        case EmptySet:
            push(opcode == EmptyList       ? Kind::List
                    : opcode == EmptyTuple ? Kind::Tuple
                    : opcode == EmptyDict  ? Kind::Dict
                                           : Kind::Set,
                std::vector<Id>{});
            return true;
        case ListFromMark:
            push(Kind::List, popToMark());
            return true;
        case TupleFromMark:
            push(Kind::Tuple, popToMark());
            return true;
        case FrozenSet:
            push(Kind::Set, popToMark());
            return true;
        case DictFromMark:
            push(Kind::Dict, evenItems(popToMark()));
            return true;
        case Tuple1:
        case Tuple2:
        case Tuple3:
            push(Kind::Tuple, popMany(std::size_t(opcode - Tuple1) + 1));
            return true;
        case Append:
            extend(Kind::List, popMany(1));
            return true;
        case Appends:
            extend(Kind::List, popToMark());
            return true;
        case AddItems:
            extend(Kind::Set, popToMark());
            return true;
        case SetItem:
            extend(Kind::Dict, popMany(2));
            return true;
        case SetItems:
            extend(Kind::Dict, evenItems(popToMark()));
            return true;
        default:
            return false;
        }
    }

    static std::vector<Id> evenItems(std::vector<Id> items)
    {
        if (items.size() % 2 != 0)
            damaged("data.pkl: a key without a value");
        return items;
    }

    /// What is put into an object that only code could make has no meaning without the code.
    void extend(Kind kind, const std::vector<Id> &items)
    {
        Node &container = node(top());
        if (container.kind == kind)
            container.items.insert(container.items.end(), items.begin(), items.end());
        else if (container.kind != Kind::Call)
            damaged("data.pkl puts values into something that holds none");
    }

    bool object(std::uint8_t opcode)
    {
        switch (opcode) {
        case GlobalName:
            global();
            return true;
        case StackGlobal:
            stackGlobal();
            return true;
        case Reduce:
        case NewObj:
            call(popMany(2));
            return true;
        case NewObjEx:
            call(popMany(3));
            return true;
        case Inst: {
            std::vector<Id> arguments = popToMark();
            global();
            push(Kind::Tuple, std::move(arguments));
            call(popMany(2));
            return true;
        }
        case Obj: {
            std::vector<Id> items = popToMark();
            if (items.empty())
                damaged("data.pkl: an object without a class");
            push(items.front());
            push(Kind::Tuple, std::vector<Id>(items.begin() + 1, items.end()));
            call(popMany(2));
            return true;
        }
        case Build: {
            const Id state = pop();
            if (Node &built = node(top()); built.kind == Kind::Call)
                built.items.push_back(state);
            return true; // the state of an OrderedDict is its attributes, e.g. _metadata: not needed
        }
        case BinPersId:
            push(Kind::Persistent, popMany(1));
            return true;
        default:
            return false;
        }
    }

    void global()
    {
        const std::string module = line();
        pushGlobal(module, line());
    }

    void pushGlobal(const std::string &module, const std::string &name)
    {
        if (module.size() + name.size() > longestGlobal)
            damaged("data.pkl: a global with a name too long");
        push(Kind::Global, module + "." + name);
    }

    void stackGlobal()
    {
        const std::vector<Id> names = popMany(2);
        for (const Id name : names) {
            if (node(name).kind != Kind::Text)
                damaged("data.pkl: a global without a name");
        }
        pushGlobal(node(names[0]).text, node(names[1]).text);
    }

    void call(std::vector<Id> items)
    {
        if (!makesDict(node(items[0]))) {
            push(Kind::Call, std::move(items));
            return;
        }
        // OrderedDict() or, as Python 2 wrote it, OrderedDict([[key, value], …]).
        std::vector<Id> entries;
        if (const std::vector<Id> &arguments = node(items[1]).items; !arguments.empty()) {
            for (const Id pair : node(arguments[0]).items) {
                const std::vector<Id> &both = node(pair).items;
                if (both.size() != 2)
                    damaged("data.pkl: a key without a value");
                limit(++m_copied);
                entries.insert(entries.end(), both.begin(), both.end());
            }
        }
        push(Kind::Dict, std::move(entries));
    }

    bool machine(std::uint8_t opcode)
    {
        switch (opcode) {
        case Proto:
            take(1);
            return true;
        case Frame:
            take(8);
            return true;
        case Mark:
            limit(m_marks.size());
            m_marks.push_back(m_stack.size());
            return true;
        case Pop: // Python pops the mark where nothing lies above it
            if (!m_marks.empty() && m_marks.back() == m_stack.size())
                m_marks.pop_back();
            else
                pop();
            return true;
        case PopMark:
            popToMark();
            return true;
        case Dup:
            push(top());
            return true;
        case Memoize:
            remember(m_memo.size());
            return true;
        case PutText:
            remember(parsed<std::uint64_t>(line()));
            return true;
        case BinPut:
            remember(littleEndian(1));
            return true;
        case LongBinPut:
            remember(littleEndian(4));
            return true;
        case GetText:
            recall(parsed<std::uint64_t>(line()));
            return true;
        case BinGet:
            recall(littleEndian(1));
            return true;
        case LongBinGet:
            recall(littleEndian(4));
            return true;
        default:
            return false;
        }
    }

    void remember(std::uint64_t slot)
    {
        limit(m_memo.size());
        m_memo[slot] = top();
    }

    void recall(std::uint64_t slot)
    {
        const auto found = m_memo.find(slot);
        if (found == m_memo.end())
            damaged("data.pkl recalls a value that is not there");
        push(found->second);
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_next = 0;
    PickleTree m_tree;
    std::vector<Id> m_stack;
    std::vector<std::size_t> m_marks; ///< sizes of the stack
    std::unordered_map<std::uint64_t, Id> m_memo;
    std::size_t m_copied = 0;
};

PickleTree readPickle(std::span<const std::uint8_t> bytes) { return PickleReader(bytes).run(); }

std::string printable(std::string_view text)
{
    constexpr std::size_t longest = 80;
    std::string result(text.substr(0, longest));
    for (char &c : result) {
        if (c < ' ' || c > '~')
            c = '?';
    }
    if (text.size() > longest)
        result.replace(longest - 3, 3, "...");
    return result;
}

} // namespace convscope
