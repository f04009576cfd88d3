/// Label ids as bytes: ascending, each as a LEB128 number (seven bits a byte, lowest first).
enum LabelCodec {
  static func encoded(_ labels: [Int64]) -> [UInt8] {
    var bytes: [UInt8] = []
    for label in labels.sorted() {
      var rest = UInt64(bitPattern: label)
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return bytes
  }

  static func decoded(_ labels: [UInt8]) -> [Int64] {
    var ids: [Int64] = []
    labels.withUnsafeBufferPointer { bytes in decode(bytes) { ids.append(Int64($0)) } }
    return ids
  }

  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var value = 0
    var shift = 0
    for byte in bytes {
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        // A damaged row must not overflow the shift.
        shift = min(shift + 7, 56)
      } else {
        body(value)
        value = 0
        shift = 0
      }
    }
  }
}
