#include "core/engine/network/pickle.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/picklemachine.h"
#include "core/engine/network/pickleopcodes.h"
#include "core/error.h"
#include "core/internal/bytereader.h"

#include <charconv>

namespace convscope {

namespace {

using namespace pickleopcodes;
using Id = PickleTree::Id;
using Kind = PickleTree::Kind;
using Node = PickleTree::Node;

/// A longer one, recalled and joined again and again, would fill memory.
constexpr std::size_t longestGlobal = 1000;

bool makesDict(const Node &callable)
{
    return callable.kind == Kind::Global
        && (callable.text == "collections.OrderedDict" || callable.text == "builtins.dict");
}

/// Does what a pickle says, instruction by instruction.
class PickleReader
{
public:
    explicit PickleReader(Bytes bytes)
        : m_bytes(bytes, Error(ErrorKind::NetworkDamaged, {}, {"data.pkl ends too early"}))
    {
    }

    PickleTree run()
    {
        while (true) {
            const std::uint8_t opcode = m_bytes.byte();
            if (opcode == Stop)
                break;
            if (!number(opcode) && !string(opcode) && !container(opcode) && !object(opcode)
                && !machine(opcode))
                damaged("data.pkl: opcode " + std::to_string(opcode));
        }
        return m_machine.finish();
    }

private:
    template <typename Integer> static Integer parsed(std::string_view digits)
    {
        Integer value{};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            damaged("data.pkl: number " + printable(digits));
        return value;
    }

    // Opcodes by what they make; each returns false for those of another

    bool number(std::uint8_t opcode)
    {
        switch (opcode) {
        case NoneValue:
            m_machine.push(Kind::None, 0);
            return true;
        case NewTrue:
        case NewFalse:
            m_machine.push(Kind::Bool, opcode == NewTrue ? 1 : 0);
            return true;
        case BinInt:
            m_machine.push(Kind::Integer, signedLittleEndian(m_bytes.take(4)));
            return true;
        case BinInt1:
            m_machine.push(Kind::Integer, std::int64_t(m_bytes.number(1)));
            return true;
        case BinInt2:
            m_machine.push(Kind::Integer, std::int64_t(m_bytes.number(2)));
            return true;
        case Long1:
            longInteger(m_bytes.number(1));
            return true;
        case Long4:
            longInteger(m_bytes.number(4));
            return true;
        case IntText:
        case LongText:
            textInteger(m_bytes.line());
            return true;
        case BinFloat:
            m_bytes.take(8);
            m_machine.push(Kind::Other, 0);
            return true;
        case FloatText:
            m_bytes.line();
            m_machine.push(Kind::Other, 0);
            return true;
        default:
            return false;
        }
    }

    /// Two's complement, little endian, of any length.
    void longInteger(std::uint64_t count)
    {
        const auto bytes = m_bytes.take(count);
        if (count > 8) {
            m_machine.push(Kind::Other, 0);
            return;
        }
        m_machine.push(Kind::Integer, signedLittleEndian(bytes));
    }

    void textInteger(std::string digits)
    {
        if (digits == "00" || digits == "01") { // how protocols 0 and 1 write False and True
            m_machine.push(Kind::Bool, digits == "01" ? 1 : 0);
            return;
        }
        if (digits.ends_with('L'))
            digits.pop_back();
        m_machine.push(Kind::Integer, parsed<std::int64_t>(digits));
    }

    bool string(std::uint8_t opcode)
    {
        switch (opcode) {
        case ShortBinUnicode:
        case ShortBinString:
            m_machine.push(Kind::Text, m_bytes.text(1));
            return true;
        case BinUnicode:
        case BinString:
            m_machine.push(Kind::Text, m_bytes.text(4));
            return true;
        case BinUnicode8:
            m_machine.push(Kind::Text, m_bytes.text(8));
            return true;
        case ShortBinBytes:
            m_machine.push(Kind::Bytes, m_bytes.text(1));
            return true;
        case BinBytes:
            m_machine.push(Kind::Bytes, m_bytes.text(4));
            return true;
        case BinBytes8:
        case ByteArray8:
            m_machine.push(Kind::Bytes, m_bytes.text(8));
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
            m_machine.push(opcode == EmptyList ? Kind::List
                    : opcode == EmptyTuple     ? Kind::Tuple
                    : opcode == EmptyDict      ? Kind::Dict
                                               : Kind::Set,
                std::vector<Id>{});
            return true;
        case ListFromMark:
            m_machine.push(Kind::List, m_machine.popToMark());
            return true;
        case TupleFromMark:
            m_machine.push(Kind::Tuple, m_machine.popToMark());
            return true;
        case FrozenSet:
            m_machine.push(Kind::Set, m_machine.popToMark());
            return true;
        case DictFromMark:
            m_machine.push(Kind::Dict, evenItems(m_machine.popToMark()));
            return true;
        case Tuple1:
        case Tuple2:
        case Tuple3:
            m_machine.push(Kind::Tuple, m_machine.popMany(std::size_t(opcode - Tuple1) + 1));
            return true;
        case Append:
            extend(Kind::List, m_machine.popMany(1));
            return true;
        case Appends:
            extend(Kind::List, m_machine.popToMark());
            return true;
        case AddItems:
            extend(Kind::Set, m_machine.popToMark());
            return true;
        case SetItem:
            extend(Kind::Dict, m_machine.popMany(2));
            return true;
        case SetItems:
            extend(Kind::Dict, evenItems(m_machine.popToMark()));
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
        Node &container = m_machine.node(m_machine.top());
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
            call(m_machine.popMany(2));
            return true;
        case NewObjEx:
            call(m_machine.popMany(3));
            return true;
        case Inst: {
            std::vector<Id> arguments = m_machine.popToMark();
            global();
            m_machine.push(Kind::Tuple, std::move(arguments));
            call(m_machine.popMany(2));
            return true;
        }
        case Obj: {
            std::vector<Id> items = m_machine.popToMark();
            if (items.empty())
                damaged("data.pkl: an object without a class");
            m_machine.push(items.front());
            m_machine.push(Kind::Tuple, std::vector<Id>(items.begin() + 1, items.end()));
            call(m_machine.popMany(2));
            return true;
        }
        case Build: {
            const Id state = m_machine.pop();
            if (Node &built = m_machine.node(m_machine.top()); built.kind == Kind::Call)
                built.items.push_back(state);
            return true; // the state of an OrderedDict is its attributes, e.g. _metadata: not needed
        }
        case BinPersId:
            m_machine.push(Kind::Persistent, m_machine.popMany(1));
            return true;
        default:
            return false;
        }
    }

    void global()
    {
        const std::string module = m_bytes.line();
        pushGlobal(module, m_bytes.line());
    }

    void pushGlobal(const std::string &module, const std::string &name)
    {
        if (module.size() + name.size() > longestGlobal)
            damaged("data.pkl: a global with a name too long");
        m_machine.push(Kind::Global, module + "." + name);
    }

    void stackGlobal()
    {
        const std::vector<Id> names = m_machine.popMany(2);
        for (const Id name : names) {
            if (m_machine.node(name).kind != Kind::Text)
                damaged("data.pkl: a global without a name");
        }
        pushGlobal(m_machine.node(names[0]).text, m_machine.node(names[1]).text);
    }

    void call(std::vector<Id> items)
    {
        if (!makesDict(m_machine.node(items[0]))) {
            m_machine.push(Kind::Call, std::move(items));
            return;
        }
        // OrderedDict() or, as Python 2 wrote it, OrderedDict([[key, value], …]).
        std::vector<Id> entries;
        if (const std::vector<Id> &arguments = m_machine.node(items[1]).items; !arguments.empty()) {
            for (const Id pair : m_machine.node(arguments[0]).items) {
                const std::vector<Id> &both = m_machine.node(pair).items;
                if (both.size() != 2)
                    damaged("data.pkl: a key without a value");
                m_machine.countCopy();
                entries.insert(entries.end(), both.begin(), both.end());
            }
        }
        m_machine.push(Kind::Dict, std::move(entries));
    }

    bool machine(std::uint8_t opcode)
    {
        switch (opcode) {
        case Proto:
            m_bytes.take(1);
            return true;
        case Frame:
            m_bytes.take(8);
            return true;
        case Mark:
            m_machine.mark();
            return true;
        case Pop:
            m_machine.popValueOrMark();
            return true;
        case PopMark:
            m_machine.popToMark();
            return true;
        case Dup:
            m_machine.push(m_machine.top());
            return true;
        case Memoize:
            m_machine.rememberNext();
            return true;
        case PutText:
            m_machine.remember(parsed<std::uint64_t>(m_bytes.line()));
            return true;
        case BinPut:
            m_machine.remember(m_bytes.number(1));
            return true;
        case LongBinPut:
            m_machine.remember(m_bytes.number(4));
            return true;
        case GetText:
            m_machine.recall(parsed<std::uint64_t>(m_bytes.line()));
            return true;
        case BinGet:
            m_machine.recall(m_bytes.number(1));
            return true;
        case LongBinGet:
            m_machine.recall(m_bytes.number(4));
            return true;
        default:
            return false;
        }
    }

    ByteReader m_bytes;
    PickleMachine m_machine;
};

} // namespace

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
