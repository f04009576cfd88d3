import Glibc

/// Where results or messages go: a file descriptor with a buffer, or memory in tests.
///
/// Whoever reads our output may stop doing so (`kb query | head`): that is no error, and everything written
/// afterwards is dropped in silence. Any other failure to write (a full disk) is kept in `failure`.
final class Output {
  private let descriptor: CInt?
  private(set) var buffer: [UInt8] = []
  /// The reader has gone.
  private(set) var isClosed = false
  /// The first error of write(2), other than a closed pipe.
  private(set) var failure: CInt?
  /// What is at the other end, for widths and colours.
  let isTerminal: Bool
  /// Keeps everything in `buffer` until it is flushed by hand, so that its length can be known first.
  var isHolding = false

  private let closesAtEnd: Bool

  /// Writes to a file descriptor, which stays open unless told otherwise.
  init(descriptor: CInt, closesAtEnd: Bool = false) {
    self.descriptor = descriptor
    self.closesAtEnd = closesAtEnd
    isTerminal = isatty(descriptor) == 1
  }

  /// Collects everything in `buffer`; pretends to be a terminal where told so.
  init(inMemoryAsTerminal isTerminal: Bool = false) {
    descriptor = nil
    closesAtEnd = false
    self.isTerminal = isTerminal
  }

  deinit {
    flush()
    if closesAtEnd, let descriptor { close(descriptor) }
  }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    flushIfLarge()
  }

  func write(line text: String = "") {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    flushIfLarge()
  }

  /// A JSON value and a newline.
  func write(json value: JSON) {
    value.write(to: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    flushIfLarge()
  }

  /// What was collected, for outputs in memory.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  func flush() {
    guard let descriptor, !buffer.isEmpty else { return }
    if !isClosed, failure == nil { writeAll(to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Forgets what was held: it has been shown another way.
  func discard() { buffer.removeAll(keepingCapacity: true) }

  private func flushIfLarge() {
    if buffer.count >= 1 << 16, !isHolding { flush() }
  }

  private func writeAll(to descriptor: CInt) {
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EPIPE {
        isClosed = true
        return
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }
}
