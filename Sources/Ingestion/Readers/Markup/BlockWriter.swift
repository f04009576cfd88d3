/// Writes paragraphs as plain text: an empty line between them, list items on lines of their own, white space made
/// single blanks.
struct BlockWriter {
  private(set) var bytes: [UInt8] = []
  /// How many line breaks stand between what is written and what comes next.
  private var pendingBreaks = 0
  private var pendingSpace = false
  /// Line breaks of a `<pre>` stay.
  var keepsLines = false

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// UTF-8 bytes so far.
  var count: Int { bytes.count }
  var isAtLineStart: Bool { bytes.isEmpty || pendingBreaks > 0 }

  /// Running text.
  mutating func write(_ run: some Sequence<UInt8>) {
    for byte in run {
      if keepsLines, byte == 0x0A {
        pendingBreaks = min(2, pendingBreaks + 1)
        pendingSpace = false
      } else if ASCII.isSpace(byte) {
        pendingSpace = true
      } else if byte >= 0x20 {
        flush()
        bytes.append(byte)
      }
    }
  }

  /// Ends the line.
  mutating func breakLine() { pend(1) }

  /// Ends the paragraph.
  mutating func breakParagraph() { pend(2) }

  /// Two line breaks in a row part paragraphs, as people use `<br><br>`.
  mutating func breakHere() { pend(pendingBreaks + 1) }

  private mutating func pend(_ breaks: Int) {
    pendingSpace = false
    if !bytes.isEmpty { pendingBreaks = min(2, max(pendingBreaks, breaks)) }
  }

  private mutating func flush() {
    if pendingBreaks > 0 {
      for _ in 0..<pendingBreaks { bytes.append(0x0A) }
    } else if pendingSpace, !bytes.isEmpty {
      bytes.append(0x20)
    }
    pendingBreaks = 0
    pendingSpace = false
  }

  /// The whole text, with a line break at its end.
  mutating func finished() -> String {
    if !bytes.isEmpty { bytes.append(0x0A) }
    return text
  }
}
