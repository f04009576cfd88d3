import Glibc

/// Reads all bytes of an open file with read(2).
enum FileBytes {
  /// A communiqué is a few pages, an archive of them not much more; beyond this a file is something else.
  static let sizeLimit = 256 << 20

  /// - Parameters:
  ///   - expected: how many there are likely to be.
  ///   - path: for errors.
  static func all(of descriptor: CInt, expected: Int, path: String) throws(FileError) -> [UInt8] {
    guard expected <= sizeLimit else { throw FileError(path: path, reason: .tooLarge(limit: sizeLimit)) }
    var bytes: [UInt8] = []
    // One more than expected, so that the end shows in the same call.
    var room = max(1 << 14, expected + 1)
    while true {
      let chunk = try chunk(of: descriptor, atMost: room, path: path)
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      guard bytes.count <= sizeLimit else { throw FileError(path: path, reason: .tooLarge(limit: sizeLimit)) }
      room = max(1 << 14, min(bytes.count, 1 << 22))
    }
  }

  private static func chunk(of descriptor: CInt, atMost size: Int, path: String) throws(FileError) -> [UInt8] {
    var failure: CInt = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var result = read(descriptor, buffer.baseAddress, size)
      while result < 0, errno == EINTR { result = read(descriptor, buffer.baseAddress, size) }
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    guard failure == 0 else { throw FileError(path: path, errno: failure) }
    return chunk
  }
}
