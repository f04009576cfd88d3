import Communique

/// Reads ODT: paragraphs, headings, list items, tables and notes; comments and tracked deletions are left out.
struct OpenDocumentReader {
  let limits: ReadingLimits

  func read(_ input: FileInput, _ budget: UnpackingBudget) throws(ReadingError.Reason) -> SourceText {
    let members = try ArchiveMembers(input.bytes, budget: budget, limits: limits)
    let wanted: Set = ["content.xml", "meta.xml", "META-INF/manifest.xml"]
    let parts = try members.contents(of: wanted, atMost: limits.maxMarkupBytes)
    if let manifest = parts["META-INF/manifest.xml"], ASCII.find("encryption-data", in: manifest[...]) != nil {
      throw .encrypted
    }
    guard let main = parts["content.xml"] else { throw .damaged("no content.xml") }
    let tree = try MarkupTree(main, as: .xml, limits: limits)
    if let fault = tree.fault { throw .damaged(fault) }
    var text = OpenDocumentText(tree)
    let content = text.text()
    guard ASCII.hasLetters(content) else { throw .noText }
    var title: String?
    if let meta = parts["meta.xml"] {
      let properties = try MarkupTree(meta, as: .xml, limits: limits)
      title = properties.all("title").first.flatMap { EmbeddedTitle.credible(properties.content($0), over: content) }
    }
    return SourceText(
      file: input.file, text: content, format: .odt, metadata: input.given.filled(from: SourceMetadata(title: title)))
  }
}

private struct OpenDocumentText {
  private let tree: MarkupTree
  private var blocks = OfficeBlocks()
  private var listDepth = 0
  /// A list item's first paragraph has the marker.
  private var itemIsFresh = false

  init(_ tree: MarkupTree) { self.tree = tree }

  mutating func text() -> String {
    // The body's office:text; text:… elements of other kinds have other names.
    if let body = tree.all("body").first, let content = tree.child("text", of: body) { children(content) }
    return blocks.finished()
  }

  private mutating func children(_ node: Int) {
    for child in tree.children(of: node) { write(child) }
  }

  private mutating func write(_ node: Int) {
    if tree.nodes[node].isText { return }
    switch tree.name(node) {
    case "p", "h":
      blocks.begin(isItem: itemIsFresh)
      itemIsFresh = false
      inline(node)
    case "list-item", "list-header":
      itemIsFresh = true
      children(node)
      itemIsFresh = false
    case "table-row": blocks.row(cells(of: node))
    case "annotation", "annotation-end", "tracked-changes", "table-of-content", "sequence-decls", "forms": break
    default: children(node)
    }
  }

  /// Text stands in paragraphs only; what stands between elements is layout of the XML.
  private mutating func inline(_ node: Int) {
    for child in tree.children(of: node) {
      if tree.nodes[child].isText {
        blocks.write(tree.text(child))
        continue
      }
      switch tree.name(child) {
      case "s", "tab": blocks.write(" ".utf8)
      case "line-break": blocks.breakLine()
      case "note": note(child)
      case "annotation", "annotation-end", "change", "tracked-changes": break
      case "p", "h", "list", "table": write(child)
      default: inline(child)
      }
    }
  }

  private mutating func note(_ node: Int) {
    guard let body = tree.child("note-body", of: node) else { return }
    var inner = OpenDocumentText(tree)
    inner.children(body)
    blocks.notes.append(ASCII.oneLine(inner.blocks.finished()))
  }

  private func cells(of row: Int) -> [String] {
    tree.children(of: row).filter { tree.name($0) == "table-cell" }.map { cell in
      var inner = OpenDocumentText(tree)
      inner.children(cell)
      return inner.blocks.finished()
    }
  }
}
