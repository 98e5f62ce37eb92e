#include "core/error.h"
#include "core/internal/codec.h"

namespace convscope {

DecodedImage decodeBmp(Bytes) { throw Error(ErrorKind::ImageUnsupported, {}, {"BMP"}); }

} // namespace convscope
