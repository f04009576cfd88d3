/// Results on their way to a format: rows that have both a JSON form and cells for flat formats.
struct Listing: Sendable {
  /// A column of flat formats.
  struct Column: Sendable {
    /// The JSON key, which heads the column in csv and tsv.
    let key: String
    /// What heads it for readers.
    let heading: Both
    /// Long text, which takes what width the other columns leave.
    var isWide = false
    /// Numbers stand to the right.
    var isNumber = false
    /// Left out of tables for readers, where there is no room for everything.
    var isDetail = false
  }

  struct Row: Sendable {
    let json: JSON
    /// As csv and tsv have it: codes, ISO dates, nothing cut.
    let cells: [String]
    /// As a reader has it: labels and dates in the interface language.
    let shown: [String]
    /// For cards; other formats do without.
    var card: Card?
  }

  let columns: [Column]
  let rows: [Row]
  /// What `--format json` prints around the rows' objects.
  var wrap: @Sendable ([JSON]) -> JSON = { .array($0) }
  /// Lines after the results, for readers: how many there are, how to go on.
  var footer: [String] = []
}

extension Listing {
  /// Its last lines, for readers: after a blank line, broken where the page ends.
  func writeFooter(to page: Page) {
    guard !footer.isEmpty else { return }
    if !rows.isEmpty { page.output.write(line: "") }
    for line in footer.flatMap({ Wrapping.lines($0, width: page.width) }) { page.output.write(line: line) }
  }
}

/// Where a listing is printed, and how.
struct Page {
  let output: Output
  let style: Style
  let context: Context
  /// In display columns.
  let width: Int
  var showsHeader = true
}
