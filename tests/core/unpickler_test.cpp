#include "core/engine/network/pickle.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;
using namespace std::string_literals;

namespace {

using Kind = PickleTree::Kind;

PickleTree read(const std::string &bytes)
{
    return readPickle({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
}

bool isDamaged(const std::string &bytes)
{
    const auto error = errorOf([&] { read(bytes); });
    return error && error->kind() == ErrorKind::NetworkDamaged;
}

std::string repeated(const std::string &text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

std::int64_t integer(const std::string &bytes)
{
    const PickleTree tree = read(bytes);
    CHECK(tree.root().kind == Kind::Integer);
    return tree.root().integer;
}

} // namespace

// Bytes below are what Python's pickle.dumps(value, protocol) gives, or variants of it.

TEST_CASE("whole numbers of every form are read")
{
    CHECK(integer("\x80\x02K\x07."s) == 7);
    CHECK(integer("\x80\x02M\x01\x02."s) == 0x201);
    CHECK(integer("\x80\x02J\xff\xff\xff\xff."s) == -1);
    CHECK(integer("\x80\x02\x8a\x06\x00\x00\x00\x00\x00\x01."s) == std::int64_t(1) << 40);
    CHECK(integer("\x80\x02\x8a\x00."s) == 0);
    CHECK(integer("\x80\x02\x8a\x01\x80."s) == -128);
    CHECK(integer("I-12\n."s) == -12);
    CHECK(integer("L1099511627776L\n."s) == std::int64_t(1) << 40);
    CHECK(read("\x80\x02\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x00\x01."s).root().kind == Kind::Other);
    CHECK(isDamaged("I1x\n."));
    CHECK(isDamaged("L99999999999999999999L\n."));
}

TEST_CASE("truth, nothing, text and bytes are read")
{
    CHECK(read("\x80\x02\x88."s).root().integer == 1);
    CHECK(read("I00\n."s).root().kind == Kind::Bool);
    CHECK(read("\x80\x02N."s).root().kind == Kind::None);
    CHECK(read("\x80\x02G?\xf0\x00\x00\x00\x00\x00\x00."s).root().kind == Kind::Other);
    CHECK(read("F1.5\n."s).root().kind == Kind::Other);
    CHECK(read("\x80\x02X\x03\x00\x00\x00"
               "abcq\x00."s)
              .root()
              .text
        == "abc");
    CHECK(read("\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8c\x03"
               "abc\x94."s)
              .root()
              .text
        == "abc");
    CHECK(read("\x80\x04\x8d\x03\x00\x00\x00\x00\x00\x00\x00"
               "abc."s)
              .root()
              .text
        == "abc");
    CHECK(read("U\x03"
               "abc."s)
              .root()
              .kind
        == Kind::Text);
    CHECK(read("\x80\x03"
               "C\x02\x00\xff."s)
              .root()
              .text
        == "\x00\xff"s);
}

TEST_CASE("containers are read, shared values once")
{
    // {'a': [1, (2, 3)], 'b': the same list}
    const PickleTree tree = read("\x80\x02}(U\x01"
                                 "a](K\x01K\x02K\x03\x86"
                                 "eq\x05U\x01"
                                 "bh\x05u."s);
    const auto &root = tree.root();
    REQUIRE(root.kind == Kind::Dict);
    REQUIRE(root.items.size() == 4);
    CHECK(tree[root.items[0]].text == "a");
    CHECK(root.items[1] == root.items[3]);
    const auto &list = tree[root.items[1]];
    REQUIRE(list.kind == Kind::List);
    REQUIRE(list.items.size() == 2);
    CHECK(tree[list.items[1]].kind == Kind::Tuple);
    CHECK(tree[tree[list.items[1]].items[1]].integer == 3);
    CHECK(read("\x80\x04\x8f(K\x01K\x02\x90."s).root().items.size() == 2); // {1, 2}
    CHECK(read("\x80\x04(K\x01\x91."s).root().kind == Kind::Set);
    CHECK(read("(K\x01K\x02"
               "d."s)
              .root()
              .kind
        == Kind::Dict);
    CHECK(read("(K\x01l."s).root().kind == Kind::List);
}

TEST_CASE("an OrderedDict is a dict, whether filled or given its entries")
{
    CHECK(read("\x80\x02"
               "ccollections\nOrderedDict\n)RU\x01"
               "aK\x01s."s)
              .root()
              .items.size()
        == 2);
    const PickleTree given = read("ccollections\nOrderedDict\n(](](U\x01"
                                  "aK\x01"
                                  "eetR."s);
    REQUIRE(given.root().kind == Kind::Dict);
    REQUIRE(given.root().items.size() == 2);
    CHECK(given[given.root().items[0]].text == "a");
    // Attributes of a state dict, such as _metadata, are no entries of it.
    CHECK(read("ccollections\nOrderedDict\n)R}U\x01"
               "aK\x01sb."s)
              .root()
              .items.empty());
}

TEST_CASE("globals stay names, and calls stay descriptions")
{
    const PickleTree tree = read("\x80\x02"
                                 "cposix\nsystem\nX\x04\x00\x00\x00true\x85R."s);
    REQUIRE(tree.root().kind == Kind::Call);
    CHECK(tree[tree.root().items[0]].text == "posix.system");
    for (const std::string &call : {
             "\x80\x04\x8c\x05posix\x8c\x06system\x93)R."s, // STACK_GLOBAL
             "\x80\x02"
             "cposix\nsystem\n)\x81."s, // NEWOBJ
             "\x80\x04"
             "cposix\nsystem\n)}\x92."s, // NEWOBJ_EX
             "(U\x04trueiposix\nsystem\n."s, // INST
             "(cposix\nsystem\nU\x04trueo."s, // OBJ
         }) {
        const PickleTree other = read(call);
        REQUIRE(other.root().kind == Kind::Call);
        CHECK(other[other.root().items[0]].text == "posix.system");
    }
    // Filling or setting the state of an object that was never made does nothing.
    CHECK(read("cm\nC\n)R}b(K\x01K\x02u."s).root().items.size() == 3);
    CHECK(read("\x80\x02(X\x07\x00\x00\x00storageK\x01tQ."s).root().kind == Kind::Persistent);
}

TEST_CASE("the stack is checked")
{
    for (const std::string &bytes : {
             ""s,
             "."s,
             "\x80"s,
             "\x80\x02"s,
             "K"s,
             "0."s,
             "2."s,
             "R."s,
             "a."s,
             "t."s,
             "u."s,
             "N"s,
             "NR."s,
             "(."s,
             "N(\x85."s, // below a mark
             "NNs."s,
             "K\x01K\x02"
             "a."s, // into something that holds none
             "}(K\x01u."s,
             "(K\x01"
             "d."s, // a key without a value
             "h\x00."s,
             "j\x00\x00\x00\x01."s,
             "g7\n."s,
             "gx\n."s,
             "q\x00."s, // nothing recalled or remembered
             "X\xff\xff\xff\xffx."s,
             "\x8d\xff\xff\xff\xff\xff\xff\xff\xffx."s,
             "\x8b\xff\xff\xff\xffx."s,
             "NN\x93."s,
             "cos"s,
             "cos\nsystem"s,
             "(o."s, // no name, no class
             "ccollections\nOrderedDict\n(](K\x01"
             "etR."s, // entries that are no pairs
             "\x82\x01."s,
             "\x97."s,
             "?."s,
             "\xff."s,
             "P1\n."s, // extension codes, buffers, no opcode
             "these are not the weights"s,
         }) {
        INFO(printable(bytes));
        CHECK(isDamaged(bytes));
    }
    CHECK(read("(0N."s).root().kind == Kind::None); // Python's POP takes a mark too
    CHECK(read("(NN1K\x01."s).root().integer == 1);
}

TEST_CASE("deep, cyclic and shared structures take memory only as their bytes do")
{
    // [[[…]]] and a list of itself
    CHECK(read(repeated("]", 500'000) + repeated("a", 499'999) + ".").root().kind == Kind::List);
    const PickleTree cyclic = read("]q\x00h\x00"
                                   "a."s);
    CHECK(&cyclic[cyclic.root().items[0]] == &cyclic.root());
    // Lists that each hold the one before ten times: 10^500 leaves, were they copied.
    std::string bomb = "]q\x00";
    for (int i = 0; i < 500; ++i)
        bomb += "0](" + repeated("h\x00"s, 10) + "eq\x00"s;
    CHECK(read("]q\x00"s + bomb.substr(3) + ".").root().items.size() == 10);
}

TEST_CASE("pickles that only repeat themselves end at a limit")
{
    CHECK(isDamaged(repeated("N", 2'000'001) + "."));
    CHECK(isDamaged("N"s + repeated("2", 2'000'001) + "."));
    CHECK(isDamaged(repeated("(", 2'000'001) + "."));
    CHECK(isDamaged("N"s + repeated("\x94", 2'000'001) + "."));
    // A list of 1000 pairs, copied into 3000 dicts.
    const std::string pairs = "](" + repeated("K\x01K\x02\x86", 1000) + "e\x85q\x00"s;
    CHECK(isDamaged(pairs + repeated("ccollections\nOrderedDict\nh\x00R"s, 3000) + "."));
    // A name of a million characters, used again and again.
    const std::string name = "X\x40\x42\x0f\x00"s + std::string(1'000'000, 'x') + "q\x00"s;
    CHECK(isDamaged(name + repeated("h\x00h\x00\x93"s, 100) + "."));
}

TEST_CASE("names out of a file are made fit for a message")
{
    CHECK(printable("cnn.0.weight") == "cnn.0.weight");
    CHECK(printable("a\nb\x1b[31m\xff") == "a?b?[31m?");
    CHECK(printable(std::string(200, 'x')) == std::string(77, 'x') + "...");
}
