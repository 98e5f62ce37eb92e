#include "core/error.h"
#include "core/internal/codec.h"

namespace convscope {

DecodedImage decodeTiff(Bytes) { throw Error(ErrorKind::ImageUnsupported, {}, {"TIFF"}); }

} // namespace convscope
