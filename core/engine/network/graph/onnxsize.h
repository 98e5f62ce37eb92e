#pragma once

namespace google::protobuf::io {
class ZeroCopyInputStream;
}

namespace convscope {

/// Refuses an ONNX file that has far more parts than any network: in memory, a part takes many times what it
/// takes in the file. It reads the file once, but for the bytes of tensors. Throws Error: NetworkDamaged.
void checkOnnxSize(google::protobuf::io::ZeroCopyInputStream &stream);

} // namespace convscope
