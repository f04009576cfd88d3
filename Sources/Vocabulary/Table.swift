import VocabularyData

/// A vocabulary file: rows of tab-separated cells, in UTF-8, as the files in `Data/` describe themselves.
///
/// Lines that start with `#` and the header line are no rows. The bytes are part of the binary, so reading a
/// table opens no file and cannot fail.
package struct Table: Sequence {
  package enum File: CaseIterable {
    case countries, organisations, domains, domainTerms, lexicon, wordClasses, verbs, cues, furniture, calendar,
      publishers
    case currencies, numbers, deadlines, details, ruleWords
  }

  /// One row; cells are read on demand.
  package struct Row {
    let cells: [UnsafeBufferPointer<UInt8>]

    init(line: UnsafeBufferPointer<UInt8>) {
      cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { UnsafeBufferPointer(rebasing: $0) }
    }

    /// The text of a cell, empty where the row has no such cell.
    package subscript(column: Int) -> String {
      column < cells.count ? String(decoding: cells[column], as: UTF8.self) : ""
    }

    /// The values of a cell that holds several, separated by `|`.
    package func values(_ column: Int) -> [String] {
      guard column < cells.count, !cells[column].isEmpty else { return [] }
      return cells[column].split(separator: UInt8(ascii: "|")).map { Self.text(trimmed: $0) }
    }

    private static func text(trimmed bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
      var bytes = bytes
      while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of a cell; they live as long as the process.
    package func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
      column < cells.count ? cells[column] : UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  package let bytes: UnsafeBufferPointer<UInt8>

  package init(_ file: File) {
    var length = 0
    let start = vocabulary_bytes(file.embedded, &length)
    bytes = UnsafeBufferPointer(start: start, count: length)
  }

  package func makeIterator() -> Rows { Rows(bytes: bytes) }

  /// The row whose first cell is `code`; null where there is none. Costs one search for the line, not a pass over rows.
  package func row(code: String) -> Row? {
    var code = code
    var length = 0
    let line = code.withUTF8 { vocabulary_line(bytes.baseAddress, bytes.count, $0.baseAddress, $0.count, &length) }
    return line.map { Row(line: UnsafeBufferPointer(start: $0, count: length)) }
  }

  package struct Rows: IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var headerIsRead = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    package mutating func next() -> Row? {
      while let line = nextLine() {
        guard let first = line.first, first != UInt8(ascii: "#") else { continue }
        guard headerIsRead else {
          headerIsRead = true
          continue
        }
        return Row(line: line)
      }
      return nil
    }

    private mutating func nextLine() -> UnsafeBufferPointer<UInt8>? {
      guard position < bytes.count else { return nil }
      var end = position
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      defer { position = end + 1 }
      return UnsafeBufferPointer(rebasing: bytes[position..<end])
    }
  }
}

extension Table.File {
  fileprivate var embedded: vocabulary_file {
    switch self {
    case .countries: vocabulary_countries
    case .organisations: vocabulary_organisations
    case .domains: vocabulary_domains
    case .domainTerms: vocabulary_domain_terms
    case .lexicon: vocabulary_lexicon
    case .wordClasses: vocabulary_word_classes
    case .verbs: vocabulary_verbs
    case .cues: vocabulary_cues
    case .furniture: vocabulary_furniture
    case .calendar: vocabulary_calendar
    case .publishers: vocabulary_publishers
    case .currencies: vocabulary_currencies
    case .numbers: vocabulary_numbers
    case .deadlines: vocabulary_deadlines
    case .details: vocabulary_details
    case .ruleWords: vocabulary_rule_words
    }
  }
}
