/// Writes the text of a part of a page.
///
/// Paragraphs and headings are parted by an empty line, list items start with "- " or their number, `<br>` is a line
/// break, the short cells of a table's row stand on one line with " – " between them.
struct HTMLText {
  private let tree: MarkupTree
  private let furniture: HTMLFurniture
  private var writer = BlockWriter()
  /// For each list that is open, the number of its next item; 0 for bullets.
  private var lists: [Int] = []

  init(_ tree: MarkupTree, _ furniture: HTMLFurniture) {
    self.tree = tree
    self.furniture = furniture
  }

  static func text(of node: Int, in tree: MarkupTree, without furniture: HTMLFurniture) -> String {
    var text = HTMLText(tree, furniture)
    text.write(node)
    return text.writer.finished()
  }

  private mutating func write(_ node: Int) {
    if tree.nodes[node].isText { return writer.write(tree.text(node)) }
    guard !furniture.contains(node) else { return }
    let name = tree.name(node)
    switch name {
    case "br": writer.breakHere()
    case "hr": writer.breakParagraph()
    case "ul", "menu", "dir": list(node, first: 0)
    case "ol": list(node, first: firstNumber(node))
    case "li": item(node)
    case "tr": row(node)
    case "pre":
      writer.breakParagraph()
      writer.keepsLines = true
      children(node)
      writer.keepsLines = false
      writer.breakParagraph()
    case "q":
      writer.write("“".utf8)
      children(node)
      writer.write("”".utf8)
    case _ where Self.blocks.contains(name):
      // Inside an item, a paragraph goes on the item's line.
      if !isFirstInItem(node) { writer.breakParagraph() }
      children(node)
      if lists.isEmpty || name != "p" { writer.breakParagraph() } else { writer.breakLine() }
    default: children(node)
    }
  }

  private mutating func children(_ node: Int) {
    for child in tree.children(of: node) { write(child) }
  }

  private func firstNumber(_ list: Int) -> Int {
    let start = tree.attribute("start", of: list).flatMap { Int($0) } ?? 1
    return (1...100_000).contains(start) ? start : 1
  }

  private func isFirstInItem(_ node: Int) -> Bool {
    let parent = Int(tree.nodes[node].parent)
    guard parent >= 0, tree.name(parent) == "li" else { return false }
    return tree.children(of: parent).first { !tree.nodes[$0].isText || !tree.text($0).allSatisfy(ASCII.isSpace) }
      == node
  }

  private mutating func list(_ node: Int, first: Int) {
    if lists.isEmpty { writer.breakParagraph() } else { writer.breakLine() }
    lists.append(first)
    children(node)
    lists.removeLast()
    if lists.isEmpty { writer.breakParagraph() } else { writer.breakLine() }
  }

  private mutating func item(_ node: Int) {
    guard hasWords(node) else { return }
    writer.breakLine()
    if let number = lists.last, number > 0 {
      writer.write("\(number). ".utf8)
      lists[lists.count - 1] = number + 1
    } else {
      writer.write("- ".utf8)
    }
    children(node)
    writer.breakLine()
  }

  private func hasWords(_ node: Int) -> Bool {
    ((node + 1)..<Int(tree.nodes[node].end)).contains { index in
      tree.nodes[index].isText && tree.text(index).contains { !ASCII.isSpace($0) }
    }
  }

  private mutating func row(_ node: Int) {
    let cells = tree.children(of: node).filter {
      ["td", "th"].contains(tree.name($0)) && hasWords($0) && !furniture.contains($0)
    }
    let isData = cells.count > 1 && cells.allSatisfy { isShort($0) }
    writer.breakLine()
    for (number, cell) in cells.enumerated() {
      if isData {
        if number > 0 { writer.write(" – ".utf8) }
        writer.write(ASCII.oneLine(tree.content(cell)).utf8)
      } else {
        // Tables that lay out a page hold paragraphs.
        writer.breakParagraph()
        children(cell)
        writer.breakParagraph()
      }
    }
    writer.breakLine()
  }

  private func isShort(_ cell: Int) -> Bool {
    let range = (cell + 1)..<Int(tree.nodes[cell].end)
    var count = 0
    var paragraphs = 0
    for index in range {
      if tree.nodes[index].isText { count += tree.nodes[index].content.count }
      if ["p", "div", "table", "ul", "ol", "h1", "h2", "h3"].contains(tree.name(index)) { paragraphs += 1 }
      if count > 200 || paragraphs > 1 { return false }
    }
    return true
  }

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "html", "main", "nav", "p", "section", "summary", "table", "tbody", "tfoot", "thead",
  ]
}
