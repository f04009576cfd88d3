import Communique

/// Reads DOCX: paragraphs, headings, list items, tables and notes of the main text.
///
/// What was deleted under revision marks, field codes, comments, headers and footers are left out. The title of the
/// file's properties is taken where the text bears it out; the days in there are those of the file, not of the text.
struct WordReader {
  let limits: ReadingLimits

  func read(_ input: FileInput, _ budget: UnpackingBudget) throws(ReadingError.Reason) -> SourceText {
    let members = try ArchiveMembers(input.bytes, budget: budget, limits: limits)
    let wanted: Set = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"]
    let parts = try members.contents(of: wanted, atMost: limits.maxMarkupBytes)
    guard let main = parts["word/document.xml"] else { throw .damaged("no word/document.xml") }
    var text = WordText(try tree(main))
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
      if let notes = parts[name] { text.take(notes: try tree(notes)) }
    }
    let content = text.text()
    guard ASCII.hasLetters(content) else { throw .noText }
    var title: String?
    if let core = parts["docProps/core.xml"] {
      let properties = try tree(core)
      title = properties.all("title").first.flatMap { EmbeddedTitle.credible(properties.content($0), over: content) }
    }
    return SourceText(
      file: input.file, text: content, format: .docx, metadata: input.given.filled(from: SourceMetadata(title: title)))
  }

  private func tree(_ bytes: [UInt8]) throws(ReadingError.Reason) -> MarkupTree {
    let text = try TextDecoder().decode(bytes, declared: Charset.declared(in: bytes)).text
    let tree = try MarkupTree(Array(text.utf8), as: .xml, limits: limits)
    if let fault = tree.fault { throw .damaged(fault) }
    return tree
  }
}

private struct WordText {
  private let tree: MarkupTree
  private var blocks = OfficeBlocks()
  private var noteTexts: [String: String] = [:]

  init(_ tree: MarkupTree) { self.tree = tree }

  /// Notes by their number; the separators that Word keeps among them have a type.
  mutating func take(notes: MarkupTree) {
    for name in ["footnote", "endnote"] {
      for note in notes.all(name) where notes.attribute("type", of: note) == nil {
        guard let id = notes.attribute("id", of: note) else { continue }
        var inner = WordText(notes)
        inner.children(note)
        noteTexts[name + id] = ASCII.oneLine(inner.blocks.finished())
      }
    }
  }

  mutating func text() -> String {
    if let body = tree.all("body").first { children(body) }
    return blocks.finished()
  }

  private mutating func children(_ node: Int) {
    for child in tree.children(of: node) { write(child) }
  }

  private mutating func write(_ node: Int) {
    guard !tree.nodes[node].isText else { return }
    switch tree.name(node) {
    case "p":
      blocks.begin(isItem: isItem(node))
      children(node)
    case "t": blocks.write(tree.content(node).utf8)
    case "tab", "ptab": blocks.write(" ".utf8)
    case "br", "cr": blocks.breakLine()
    case "nobreakhyphen": blocks.write("-".utf8)
    case "tr": blocks.row(cells(of: node))
    case "footnotereference", "endnotereference":
      let kind = tree.name(node) == "footnotereference" ? "footnote" : "endnote"
      if let note = tree.attribute("id", of: node).flatMap({ noteTexts[kind + $0] }) { blocks.notes.append(note) }
    case "del", "movefrom", "deltext", "instrtext", "ppr", "rpr", "fallback", "sectpr", "tblpr": break
    default: children(node)
    }
  }

  private mutating func cells(of row: Int) -> [String] {
    var texts: [String] = []
    for cell in tree.children(of: row) where tree.name(cell) == "tc" {
      var inner = WordText(tree)
      inner.noteTexts = noteTexts
      inner.children(cell)
      blocks.notes += inner.blocks.notes
      inner.blocks.notes = []
      texts.append(inner.blocks.finished())
    }
    return texts
  }

  private func isItem(_ paragraph: Int) -> Bool {
    guard let properties = tree.child("ppr", of: paragraph), let number = tree.child("numpr", of: properties) else {
      return false
    }
    // Number 0 takes a paragraph out of its style's list; numbered headings are headings.
    let style = tree.child("pstyle", of: properties).flatMap { tree.attribute("val", of: $0) } ?? ""
    let isHeading = ["heading", "titre"].contains { ASCII.lowercased(style).hasPrefix($0) }
    let id = tree.child("numid", of: number).flatMap { tree.attribute("val", of: $0) }
    return id != "0" && !isHeading
  }
}
