import Communique

/// What a page says of itself in its markup.
///
/// - Title: `og:title`, JSON-LD `headline`, `DC.title`, the only `<h1>`, `<title>`; without the site's name at its end.
/// - Publisher: JSON-LD `publisher`, `og:site_name`, `DC.publisher`.
/// - Day of publication: JSON-LD `datePublished`, `article:published_time`, `DC.date.issued` and its like, `itemprop`,
///   the first `<time datetime>` outside of running text. Days of modification are never taken for it.
/// - Address: `<link rel=canonical>`, `og:url`.
///
/// The language is left to the text: templates say `lang="en"` over pages in French.
struct HTMLMetadata {
  private let tree: MarkupTree
  private let furniture: HTMLFurniture
  private var metas: [String: [String]] = [:]
  private var linkedData = LinkedData()

  init(_ tree: MarkupTree, _ furniture: HTMLFurniture) {
    self.tree = tree
    self.furniture = furniture
    for node in tree.all("meta") {
      guard let content = tree.attribute("content", of: node).map(ASCII.oneLine), !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = tree.attribute(key, of: node) else { continue }
        metas[ASCII.lowercased(ASCII.trimmed(name)), default: []].append(content)
      }
    }
    for node in tree.all("script") where tree.attribute("type", of: node)?.contains("ld+json") ?? false {
      if let value = JSONValue(Array(tree.content(node).utf8)) { linkedData.take(value) }
    }
  }

  var metadata: SourceMetadata {
    SourceMetadata(title: title, publisher: publisher, publishedOn: publishedOn, url: url)
  }

  var title: String? {
    let headlines = tree.all("h1").filter { !furniture.contains($0) }.map { ASCII.oneLine(tree.content($0)) }
      .filter { !$0.isEmpty }
    let headline = headlines.count == 1 ? headlines[0] : nil
    let page = tree.all("title").lazy.filter { !tree.isInside($0, "svg") }.map { ASCII.oneLine(tree.content($0)) }
      .first { !$0.isEmpty }
    let declared = meta("og:title") ?? linkedData.headline ?? meta("dc.title", "dcterms.title", "citation_title")
    guard let found = declared ?? headline ?? page else { return nil }
    return PageTitle.cleaned(found, site: siteNames, headline: headline)
  }

  private var publisher: String? {
    linkedData.publisher ?? meta("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher")
  }

  private var siteNames: [String] {
    [meta("og:site_name"), linkedData.publisher, meta("application-name"), meta("twitter:site")].compactMap { $0 }
  }

  private var publishedOn: CalendarDate? {
    if let day = linkedData.published.flatMap(MetadataDate.day) { return day }
    for name in Self.dates {
      if let day = metas[name]?.lazy.compactMap(MetadataDate.day).first { return day }
    }
    return timeElement
  }

  private static let dates = [
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "publish-date",
    "publication_date",
    "publish_date", "pubdate", "date",
  ]

  /// A `<time>` in running text tells of the event.
  private var timeElement: CalendarDate? {
    for node in tree.all("time") where !furniture.contains(node) && !tree.isInside(node, "p") && !isModification(node) {
      let written = tree.attribute("datetime", of: node) ?? tree.content(node)
      if let day = MetadataDate.day(written) { return day }
    }
    let marked = tree.nodes.indices.first {
      tree.attribute("itemprop", of: $0) == "datePublished" && tree.name($0) != "meta"
    }
    return marked.flatMap { MetadataDate.day(tree.attribute("content", of: $0) ?? tree.content($0)) }
  }

  private func isModification(_ node: Int) -> Bool {
    ["class", "itemprop", "id"].contains { key in
      tree.attribute(key, of: node).map { value in
        let lower = ASCII.lowercased(value)
        return lower.contains("modif") || lower.contains("updat")
      } ?? false
    }
  }

  private var url: String? {
    let canonical = tree.all("link").first { tree.attribute("rel", of: $0).map(ASCII.lowercased) == "canonical" }
    let found = canonical.flatMap { tree.attribute("href", of: $0) } ?? meta("og:url")
    return found.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
  }

  private func meta(_ names: String...) -> String? { names.lazy.compactMap { metas[$0]?.first }.first }
}

/// JSON-LD of schema.org: the first article's headline, publisher and day.
private struct LinkedData {
  var headline: String?
  var publisher: String?
  var published: String?

  mutating func take(_ value: JSONValue) {
    for element in value.elements {
      if let graph = element["@graph"] { take(graph) }
      let types = element["@type"]?.elements.compactMap(\.text) ?? []
      guard types.contains(where: Self.isArticle) else { continue }
      headline = headline ?? (element["headline"]?.text ?? element["name"]?.text).map(ASCII.oneLine)
      published = published ?? element["datePublished"]?.text
      publisher = publisher ?? (element["publisher"]?.elements.first?["name"]?.text).map(ASCII.oneLine)
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || ["WebPage", "BlogPosting", "Report", "PressRelease", "CreativeWork"].contains(type)
  }
}

/// A page's title without the name of its site.
enum PageTitle {
  static func cleaned(_ title: String, site: [String], headline: String?) -> String {
    // "Joint statement | Ministry" over <h1>Joint statement</h1>.
    if let headline, headline.utf8.count >= 12, title.utf8.starts(with: headline.utf8) { return headline }
    for mark in [" | ", " :: ", " – ", " — ", " - ", " · ", " » "] {
      guard let (rest, last) = parted(title, at: mark), rest.utf8.count >= 12 else { continue }
      let isSite = site.contains { ASCII.lowercased($0) == ASCII.lowercased(last) }
      // A bar parts nothing but a site's name; a dash may belong to the title.
      let isBar = mark == " | " || mark == " :: " || mark == " » "
      if isSite || isBar && last.utf8.count <= 60 { return cleaned(rest, site: site, headline: headline) }
    }
    return title
  }

  /// What stands before and after the last mark.
  private static func parted(_ title: String, at mark: String) -> (rest: String, last: String)? {
    let bytes = Array(title.utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count > wanted.count else { return nil }
    for start in (0...(bytes.count - wanted.count)).reversed() where bytes[start...].starts(with: wanted) {
      return (
        String(decoding: bytes[..<start], as: UTF8.self),
        String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
      )
    }
    return nil
  }
}
