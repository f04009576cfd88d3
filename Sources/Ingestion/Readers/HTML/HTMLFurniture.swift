/// The parts of a page that are no text of the article: navigation, comments, share buttons, cookie banners, scripts.
///
/// Told by element (`nav`, `script`), by role and by the words of `class` and `id` ("cookie-banner", "shareButtons"),
/// and lists that are nearly all links. A part whose class says so but that holds most of the page's text is kept:
/// some sites call everything "sidebar-layout".
struct HTMLFurniture {
  private var dropped: [Bool]

  func contains(_ node: Int) -> Bool { dropped[node] }

  init(_ tree: MarkupTree) {
    dropped = [Bool](repeating: false, count: tree.nodes.count)
    let letters = LetterCounts(tree)
    let all = max(1, letters.all(0..<tree.nodes.count))
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard !node.isText else {
        index += 1
        continue
      }
      let share = letters.all(index..<Int(node.end)) * 100 / all
      if Self.isNever(tree, index) || share < 50 && Self.isFurniture(tree, index)
        || Self.isLinkList(tree, index, letters)
      {
        for inside in index..<Int(node.end) { dropped[inside] = true }
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  /// What is never text, whatever its size.
  private static func isNever(_ tree: MarkupTree, _ node: Int) -> Bool { never.contains(tree.name(node)) }

  private static func isFurniture(_ tree: MarkupTree, _ node: Int) -> Bool {
    let name = tree.name(node)
    if elements.contains(name) { return true }
    if name == "header" || name == "footer" { return !tree.isInside(node, "article") && !tree.isInside(node, "main") }
    guard !untouched.contains(name) else { return false }
    if let role = tree.attribute("role", of: node), roles.contains(ASCII.lowercased(role)) { return true }
    if tree.attribute("hidden", of: node) != nil || tree.attribute("aria-hidden", of: node) == "true" { return true }
    if let style = tree.attribute("style", of: node) {
      let bare = ASCII.lowercased(style).filter { $0 != " " }
      if bare.contains("display:none") || bare.contains("visibility:hidden") { return true }
    }
    return ["class", "id"].contains { attribute in
      tree.attribute(attribute, of: node).map { words(of: $0).contains { words.contains($0) } } ?? false
    }
  }

  /// "Related", "most read": a list of three and more links and hardly anything else.
  private static func isLinkList(_ tree: MarkupTree, _ node: Int, _ letters: LetterCounts) -> Bool {
    guard ["ul", "ol", "div", "section", "p", "table", "dl"].contains(tree.name(node)) else { return false }
    let range = node..<Int(tree.nodes[node].end)
    let all = letters.all(range)
    let linked = letters.linked(range)
    guard all > 0, linked * 10 >= all * 8 else { return false }
    return letters.links(range) >= 3
  }

  /// "cookieBanner site-nav" → cookie, banner, site, nav.
  private static func words(of value: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in value.utf8 {
      let isUpper = byte &- 0x41 < 26
      if !ASCII.isLetter(byte) || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if ASCII.isLetter(byte) { word.append(ASCII.lower(byte)) }
      wasLower = ASCII.isLetter(byte) && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let never: Set<String> = [
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "select", "option", "textarea", "button", "input", "label", "applet", "frameset", "datalist",
  ]

  private static let elements: Set<String> = ["nav", "aside", "form", "dialog", "figcaption", "menu"]

  /// What a class says of these is about their look.
  private static let untouched: Set<String> = ["html", "body", "main", "article", "h1", "p", "td", "tr", "tbody"]

  private static let roles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "alert",
  ]

  private static let words: Set<String> = [
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "share", "sharing", "shares", "social",
    "partage", "partager", "cookie", "cookies", "consent", "gdpr", "rgpd", "comment", "comments", "commentaire",
    "commentaires", "disqus", "related", "recommended", "recommendations", "sidebar", "newsletter", "subscribe",
    "subscription", "abonnement", "advert", "advertisement", "ads", "advertising", "publicite", "promo", "popup",
    "modal", "overlay", "pagination", "pager", "toolbar", "masthead", "skip", "tags", "taglist", "sponsored",
    "outbrain",
    "taboola", "paywall", "copyright", "backtotop", "print",
  ]
}

/// How many letters stand before each node, in all and in links, so that a range costs two look-ups.
struct LetterCounts {
  private var before: [Int32]
  private var linkedBefore: [Int32]
  private var linksBefore: [Int32] = [0]

  init(_ tree: MarkupTree) {
    before = [0]
    linkedBefore = [0]
    before.reserveCapacity(tree.nodes.count + 1)
    linkedBefore.reserveCapacity(tree.nodes.count + 1)
    var linkEnd = 0
    var silentEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      var count: Int32 = 0
      var links: Int32 = 0
      if node.isText, index >= silentEnd {
        for byte in tree.bytes[node.content] where byte > 0x20 { count += 1 }
      } else if !node.isText {
        let name = tree.names[Int(node.name)]
        if name == "a", tree.attribute("href", of: index) != nil {
          linkEnd = max(linkEnd, Int(node.end))
          links = 1
        }
        if ["script", "style", "head", "noscript", "template"].contains(name) {
          silentEnd = max(silentEnd, Int(node.end))
        }
      }
      before.append(before[index] + count)
      linkedBefore.append(linkedBefore[index] + (index < linkEnd ? count : 0))
      linksBefore.append(linksBefore[index] + links)
    }
  }

  func all(_ range: Range<Int>) -> Int { Int(before[range.upperBound] - before[range.lowerBound]) }
  func links(_ range: Range<Int>) -> Int { Int(linksBefore[range.upperBound] - linksBefore[range.lowerBound]) }
  func linked(_ range: Range<Int>) -> Int { Int(linkedBefore[range.upperBound] - linkedBefore[range.lowerBound]) }
}
