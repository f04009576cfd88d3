import Glibc
import JSONText
import KnowledgeBase

/// Why a file cannot be imported.
enum ImportFailure: Error {
  case noExport
  case newerExport(found: Int, known: Int)
  case lineTooLong(limit: Int)
  case json(JSONReader.Failure)
  case field(FieldProblem)
  case record(RecordProblem)
  case file(FileError)
  case store(KnowledgeBaseError)
  case interrupted
}

/// Reads the records of a jsonl export, line by line; memory holds one line at a time.
final class RecordLines {
  /// A document of the largest size that is ingested, with its escapes, its agreements and earlier versions.
  static let lineLimit = 1 << 30

  /// The line that was read last, from 1.
  private(set) var line = 0
  private let path: String
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  /// Where in `buffer` the next line begins.
  private var start = 0
  private var isAtEnd = false

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(ImportFailure) {
    self.path = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(FileError(path: path, reason: .of(errno))) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .file(FileError(path: path, reason: .isFolder))
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next record; null after the last. Empty lines are passed over.
  func next() throws(ImportFailure) -> StoreRecord? {
    while let range = try nextLine() {
      line += 1
      let isBlank = buffer[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isBlank { continue }
      return try RecordDecoder.record(try value(range))
    }
    return nil
  }

  private func value(_ range: Range<Int>) throws(ImportFailure) -> JSON {
    do throws(JSONReader.Failure) {
      return try JSONReader.value(of: Array(buffer[range]))
    } catch {
      // What does not even begin as an export is another kind of file.
      throw line == 1 && !buffer[range].starts(with: Array("{\"kb_export\":".utf8)) ? .noExport : .json(error)
    }
  }

  /// Where the next line stands in `buffer`, without its end.
  private func nextLine() throws(ImportFailure) -> Range<Int>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return start..<end
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? start..<buffer.count : nil
      }
      guard buffer.count - start <= Self.lineLimit else { throw .lineTooLong(limit: Self.lineLimit) }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try readMore()
    }
  }

  private func readMore() throws(ImportFailure) {
    var failure: CInt = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { bytes, count in
      var result = read(descriptor, bytes.baseAddress, bytes.count)
      while result < 0, errno == EINTR, !Interruption.isRequested {
        result = read(descriptor, bytes.baseAddress, bytes.count)
      }
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    if Interruption.isRequested { throw .interrupted }
    guard failure == 0 else { throw .file(FileError(path: path, reason: .of(failure))) }
    if chunk.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: chunk) }
  }
}
