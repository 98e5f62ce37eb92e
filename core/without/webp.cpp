#include "core/error.h"
#include "core/internal/codec.h"

namespace convscope {

DecodedImage decodeWebP(Bytes) { throw Error(ErrorKind::ImageUnsupported, {}, {"WebP"}); }

} // namespace convscope
