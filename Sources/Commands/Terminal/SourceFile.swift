import Glibc

/// A file that could not be read, and why.
struct FileError: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    case missing
    case notPermitted
    case isFolder
    /// A named pipe, which may keep its reader waiting for ever.
    case isPipe
    case isSocket
    case isDevice
    /// Written to while it was read.
    case changed
    case tooLarge(limit: Int)
    /// Not UTF-8; `at` is the byte offset of the first byte that is none.
    case notUTF8(at: Int, looksLike: String?)
    case other(String)

    /// What an error number of opening or reading means.
    static func of(_ code: CInt) -> Reason {
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .notPermitted
      case EISDIR: .isFolder
      default: .other(String(cString: strerror(code)))
      }
    }
  }

  let path: String
  let reason: Reason
}

extension FileError {
  /// What a system call's error means to a user.
  init(path: String, errno code: CInt) {
    self.init(path: path, reason: .of(code))
  }
}

/// Reads whole files with read(2).
enum SourceFile {
  /// The text of a UTF-8 file; `-` is standard input. A byte order mark stays, as offsets count from the file's
  /// first byte.
  static func text(at path: String) throws(FileError) -> String {
    let bytes = try bytes(at: path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw FileError(
      path: path, reason: .notUTF8(at: firstInvalidByte(in: bytes), looksLike: likelyEncoding(of: bytes)))
  }

  /// The bytes of a file; `-` is standard input.
  static func bytes(at path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try bytes(of: 0, path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, path: path)
  }

  private static func bytes(of descriptor: CInt, path: String) throws(FileError) -> [UInt8] {
    var status = stat()
    var expected = 0
    if fstat(descriptor, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, reason: .isFolder) }
      expected = Int(status.st_size)
    }
    return try FileBytes.all(of: descriptor, expected: expected, path: path)
  }
}

extension SourceFile {
  /// The offset of the first byte at which the bytes stop being UTF-8.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }

  /// A guess that helps the user to convert the file; null where there is none.
  private static func likelyEncoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if bytes.prefix(1024).contains(0) { return nil }
    return bytes.contains { (0x80..<0xA0).contains($0) } ? "Windows-1252" : "ISO-8859-1"
  }
}
