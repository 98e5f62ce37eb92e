#include "core/data/filekind.h"
#include "core/engine/network/graph/onnxfile.h"
#include "core/error.h"

namespace convscope {

/// The second value keeps it apart from a file that is damaged.
Graph readOnnx(const std::filesystem::path &, const GraphTarget &)
{
    throw Error(ErrorKind::FileOfOtherKind, {}, {name(FileKind::Onnx), "unread"});
}

} // namespace convscope
