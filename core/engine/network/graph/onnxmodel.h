#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// What stands in an ONNX file, as far as this program reads it: https://onnx.ai/onnx/repo-docs/IR.html. It
/// is a copy of what protobuf gives, without its headers; only the bytes of tensors are not copied.

/// Numbers as ONNX's TensorProto.DataType has them.
enum class OnnxType
{
    Undefined = 0,
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
    Complex64 = 14,
    Complex128 = 15,
    BFloat16 = 16,
};

/// Where the bytes of a tensor are that are not in the file itself.
struct OnnxOutside
{
    std::string location; ///< a path, as the file has it
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> length = {};
};

struct OnnxTensor
{
    std::string name;
    OnnxType type = OnnxType::Undefined;
    std::vector<std::int64_t> shape = {};
    std::shared_ptr<const std::string> bytes = {}; ///< little endian, row after row
    std::optional<OnnxOutside> outside = {};
};

struct OnnxGraph;

struct OnnxAttribute
{
    enum class Kind
    {
        Float,
        Int,
        String,
        Tensor,
        Graph,
        Floats,
        Ints,
        Strings,
        Other,
    };

    std::string name;
    std::string reference = {}; ///< the attribute of the function's call that it stands for
    Kind kind = Kind::Other;
    double number = 0; ///< as it was meant: of an epsilon, 1e-5 and not the nearest float
    std::int64_t integer = 0;
    std::string text = {};
    OnnxTensor tensor = {};
    std::shared_ptr<const OnnxGraph> graph = {};
    std::vector<float> numbers = {};
    std::vector<std::int64_t> integers = {};
    std::vector<std::string> texts = {};
};

using OnnxTexts = std::map<std::string, std::string>;

struct OnnxNode
{
    std::string name;
    std::string kind; ///< the operator: "Conv"
    std::string domain; ///< empty for ONNX's own
    std::string overload;
    std::vector<std::string> inputs = {}; ///< empty for one that is left out
    std::vector<std::string> outputs = {};
    std::vector<OnnxAttribute> attributes = {};
    OnnxTexts metadata = {};
};

/// What goes into a graph or comes out of it.
struct OnnxValue
{
    std::string name;
    bool isTensor = false;
    OnnxType type = OnnxType::Undefined;
    /// None where nothing is told; a side that is not a number is none.
    std::optional<std::vector<std::optional<std::int64_t>>> shape = {};
};

struct OnnxGraph
{
    std::string name;
    std::vector<OnnxNode> nodes = {};
    std::map<std::string, OnnxTensor> tensors = {}; ///< the initialisers
    std::set<std::string> sparseTensors = {}; ///< their names
    std::vector<OnnxValue> inputs = {}; ///< in old files with the initialisers
    std::vector<OnnxValue> outputs = {};
};

using OnnxVersions = std::map<std::string, std::int64_t>; ///< of each domain's operators

struct OnnxFunction
{
    std::string domain;
    std::string name;
    std::string overload;
    std::vector<std::string> inputs = {};
    std::vector<std::string> outputs = {};
    std::vector<std::string> parameters = {}; ///< names of attributes that a call may have
    std::vector<OnnxAttribute> defaults = {};
    std::vector<OnnxNode> nodes = {};
    OnnxVersions versions = {};
};

struct OnnxModel
{
    std::string producer;
    OnnxVersions versions = {};
    OnnxTexts metadata = {};
    OnnxGraph graph = {};
    std::vector<OnnxFunction> functions = {};
};

/// Reads the file. Throws Error: NetworkDamaged, NoSuchFile, CannotRead.
OnnxModel readOnnxModel(const std::filesystem::path &file);

} // namespace convscope
