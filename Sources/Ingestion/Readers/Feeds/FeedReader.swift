import Communique

/// Reads RSS 2.0, RSS 1.0 (RDF) and Atom: each entry is a document.
///
/// An entry's text is its title and its longest content. Its publisher is the feed's title, its day the one of
/// publication; an Atom entry that gives only `updated` has no other, and that is taken.
struct FeedReader {
  let limits: ReadingLimits

  /// The tree of a feed; null where the XML is something else.
  static func format(of tree: MarkupTree) -> SourceFormat? {
    guard let root = tree.children(of: nil).first(where: { !tree.nodes[$0].isText }) else { return nil }
    switch tree.name(root) {
    case "rss": return .rss
    case "rdf": return tree.all("channel").isEmpty ? nil : .rss
    case "feed": return .atom
    default: return nil
    }
  }

  /// The entries, in order. An entry without a word is left out.
  func entries(
    of tree: MarkupTree, format: SourceFormat, _ input: FileInput
  ) -> [Result<SourceText, ReadingError>] {
    let publisher = publisher(of: tree)
    var names: Set<String> = []
    var results: [Result<SourceText, ReadingError>] = []
    for (number, node) in tree.all(format == .atom ? "entry" : "item").enumerated() {
      // Half an entry is none; the fault is told below.
      if tree.unfinished.contains(node) { continue }
      let entry = Entry(tree, node)
      var name = input.file + "#" + (entry.identifier ?? String(number + 1))
      if !names.insert(name).inserted {
        name += "-\(number + 1)"
        names.insert(name)
      }
      do throws(ReadingError.Reason) {
        let text = try text(of: entry)
        guard ASCII.hasLetters(text) else { continue }
        let own = SourceMetadata(title: entry.title, publisher: publisher, publishedOn: entry.day, url: entry.link)
        results.append(
          .success(SourceText(file: name, text: text, format: format, metadata: input.given.filled(from: own))))
      } catch {
        results.append(.failure(ReadingError(file: name, reason: error)))
      }
    }
    if let fault = tree.fault { results.append(.failure(ReadingError(file: input.file, reason: .damaged(fault)))) }
    return results
  }

  private func text(of entry: Entry) throws(ReadingError.Reason) -> String {
    let body = try HTMLReader(limits: limits).fragment(entry.content)
    guard let title = entry.title else { return body }
    return body.isEmpty ? title + "\n" : title + "\n\n" + body
  }

  private func publisher(of tree: MarkupTree) -> String? {
    let holder = tree.all("channel").first ?? tree.all("feed").first
    let title = holder.flatMap { tree.child("title", of: $0) }.map { ASCII.oneLine(tree.content($0)) } ?? ""
    return title.isEmpty ? nil : PageTitle.cleaned(title, site: [], headline: nil)
  }
}

/// An `<item>` or `<entry>`.
private struct Entry {
  private let tree: MarkupTree
  private let children: [Int]

  init(_ tree: MarkupTree, _ node: Int) {
    self.tree = tree
    children = tree.children(of: node).filter { !tree.nodes[$0].isText }
  }

  private func text(_ names: String...) -> String? {
    for name in names {
      for child in children where tree.name(child) == name {
        let text = ASCII.oneLine(tree.content(child))
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// Titles are escaped HTML now and then.
  var title: String? {
    guard let raw = text("title") else { return nil }
    guard raw.utf8.contains(0x26) || raw.utf8.contains(0x3C),
      let plain = try? HTMLReader(limits: .standard).fragment(raw)
    else { return raw }
    return ASCII.oneLine(plain)
  }

  /// The longest of what may hold the text.
  var content: String {
    let found = children.filter { ["encoded", "content", "description", "summary"].contains(tree.name($0)) }
      .map { tree.attribute("type", of: $0) == "xhtml" ? markup($0) : tree.content($0) }
    return found.max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  /// XHTML inside the feed has been parsed with it: paragraphs are kept, the rest is text.
  private func markup(_ node: Int) -> String {
    var output: [UInt8] = []
    func write(_ node: Int) {
      if tree.nodes[node].isText {
        for byte in tree.text(node) {
          if byte == 0x3C {
            output += "&lt;".utf8
          } else if byte == 0x26 {
            output += "&amp;".utf8
          } else {
            output.append(byte)
          }
        }
        return
      }
      output += "<\(tree.name(node))>".utf8
      for child in tree.children(of: node) { write(child) }
      output += "</\(tree.name(node))>".utf8
    }
    for child in tree.children(of: node) { write(child) }
    return String(decoding: output, as: UTF8.self)
  }

  var day: CalendarDate? {
    for name in ["pubdate", "published", "issued", "date", "updated"] {
      if let day = text(name).flatMap(MetadataDate.day) { return day }
    }
    return nil
  }

  var link: String? {
    for child in children where tree.name(child) == "link" {
      let isMain = tree.attribute("rel", of: child).map { $0 == "alternate" } ?? true
      let target = tree.attribute("href", of: child) ?? ASCII.oneLine(tree.content(child))
      if isMain, target.hasPrefix("http://") || target.hasPrefix("https://") { return target }
    }
    return nil
  }

  /// On one line, no longer than a name should be.
  var identifier: String? {
    guard let name = text("guid", "id") ?? link else { return nil }
    return String(decoding: name.utf8.prefix(200).map { $0 < 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }
}
