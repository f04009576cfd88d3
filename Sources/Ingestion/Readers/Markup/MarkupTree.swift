import CReaders

/// HTML or XML as a tree, flat and in the order of the text: a node's descendants are the nodes after it, up to `end`.
struct MarkupTree {
  struct Node {
    /// Index into `names`; -1 for text.
    var name: Int32
    var parent: Int32
    /// The node after its last descendant.
    var end: Int32
    /// The range in `bytes` of a text, in `attributes` of an element.
    var content: Range<Int>

    var isText: Bool { name < 0 }
  }

  fileprivate(set) var nodes: [Node] = []
  /// Element names in lower case, prefixes left out ("dc:date" has a prefix that is kept in `prefixes`).
  fileprivate(set) var names: [String] = []
  fileprivate(set) var prefixes: [String] = []
  fileprivate(set) var attributes: [(name: String, value: String)] = []
  fileprivate(set) var bytes: [UInt8] = []
  /// Elements that the end of the text cut off.
  fileprivate(set) var unfinished: Set<Int> = []
  /// What was wrong with it; it was read up to there.
  private(set) var fault: String?

  enum Language { case html, xml }

  /// Parses UTF-8.
  init(_ text: [UInt8], as language: Language, limits: ReadingLimits) throws(ReadingError.Reason) {
    guard text.count <= limits.maxMarkupBytes else { throw .tooLarge(limit: limits.maxMarkupBytes) }
    let builder = TreeBuilder()
    var events = markup_events()
    events.start = { context, name, attributes in TreeBuilder.of(context).start(name, attributes) }
    events.end = { context in TreeBuilder.of(context).end() }
    events.text = { context, bytes, count in TreeBuilder.of(context).text(bytes, count) }
    var message = [CChar](repeating: 0, count: 256)
    let status = withExtendedLifetime(builder) {
      markup_parse(
        text, text.count, language == .html ? 1 : 0, Int32(limits.maxElementDepth), UInt32(limits.markupSeconds),
        &events,
        Unmanaged.passUnretained(builder).toOpaque(), &message, message.count)
    }
    builder.finish()
    switch status {
    case reader_missing: throw .missingLibrary("libxml2")
    case reader_too_deep: throw .tooDeep(limit: limits.maxElementDepth)
    case reader_timed_out: throw .timedOut(seconds: limits.markupSeconds)
    case reader_failed: throw .damaged(message.text)
    default: self = builder.tree
    }
    if status == reader_damaged { fault = message.text }
  }

  fileprivate init() {}
}

extension MarkupTree {
  func name(_ node: Int) -> String { nodes[node].isText ? "" : names[Int(nodes[node].name)] }

  func prefix(_ node: Int) -> String { nodes[node].isText ? "" : prefixes[Int(nodes[node].name)] }

  /// The value of an attribute, by its name in lower case without prefix.
  func attribute(_ name: String, of node: Int) -> String? {
    guard !nodes[node].isText else { return nil }
    return attributes[nodes[node].content].first { $0.name == name }?.value
  }

  func text(_ node: Int) -> ArraySlice<UInt8> { nodes[node].isText ? bytes[nodes[node].content] : [] }

  /// All text below a node.
  func content(_ node: Int) -> String {
    var output: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].isText { output += bytes[nodes[index].content] }
    return String(decoding: output, as: UTF8.self)
  }

  /// The nodes right below one; of the whole tree where null.
  func children(of node: Int?) -> [Int] {
    var result: [Int] = []
    var index = node.map { $0 + 1 } ?? 0
    let end = node.map { Int(nodes[$0].end) } ?? nodes.count
    while index < end {
      result.append(index)
      index = Int(nodes[index].end)
    }
    return result
  }

  func child(_ name: String, of node: Int) -> Int? { children(of: node).first { self.name($0) == name } }

  /// All elements of a name below a node, or in the whole tree, in order.
  func all(_ name: String, below node: Int? = nil) -> [Int] {
    guard let number = names.firstIndex(of: name) else { return [] }
    let numbers = Set(names.indices.filter { names[$0] == name && $0 >= number }.map(Int32.init))
    let range = node.map { ($0 + 1)..<Int(nodes[$0].end) } ?? 0..<nodes.count
    return range.filter { numbers.contains(nodes[$0].name) }
  }

  func isInside(_ node: Int, _ name: String) -> Bool {
    var parent = Int(nodes[node].parent)
    while parent >= 0 {
      if self.name(parent) == name { return true }
      parent = Int(nodes[parent].parent)
    }
    return false
  }
}

/// Takes the parser's events.
private final class TreeBuilder {
  var tree = MarkupTree()
  private var open: [Int] = []
  private var numbers: [UnsafePointer<CChar>: Int32] = [:]

  static func of(_ context: UnsafeMutableRawPointer?) -> TreeBuilder {
    guard let context else { fatalError("the parser lost its context") }
    return Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue()
  }

  func start(_ name: UnsafePointer<CChar>?, _ list: UnsafePointer<UnsafePointer<CChar>?>?) {
    guard let name else { return }
    let first = tree.attributes.count
    var index = 0
    while let list, let key = list[index] {
      let (_, local) = Self.parted(String(cString: key))
      tree.attributes.append((local, list[index + 1].map { String(cString: $0) } ?? ""))
      index += 2
    }
    let node = MarkupTree.Node(
      name: number(of: name), parent: Int32(open.last ?? -1), end: 0, content: first..<tree.attributes.count)
    open.append(tree.nodes.count)
    tree.nodes.append(node)
  }

  func end() {
    guard let node = open.popLast() else { return }
    tree.nodes[node].end = Int32(tree.nodes.count)
  }

  func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    guard let bytes else { return }
    let start = tree.bytes.count
    tree.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    // Long texts come in pieces.
    if let last = tree.nodes.last, last.isText, last.content.upperBound == start, Int(last.parent) == open.last ?? -1,
      Int(last.end) == tree.nodes.count
    {
      tree.nodes[tree.nodes.count - 1].content = last.content.lowerBound..<tree.bytes.count
      return
    }
    tree.nodes.append(
      MarkupTree.Node(
        name: -1, parent: Int32(open.last ?? -1), end: Int32(tree.nodes.count + 1), content: start..<tree.bytes.count))
  }

  /// What the fault left open ends where the text ends.
  func finish() {
    tree.unfinished = Set(open)
    while !open.isEmpty { end() }
  }

  private func number(of name: UnsafePointer<CChar>) -> Int32 {
    if let known = numbers[name] { return known }
    let (prefix, local) = Self.parted(String(cString: name))
    tree.names.append(local)
    tree.prefixes.append(prefix)
    let number = Int32(tree.names.count - 1)
    numbers[name] = number
    return number
  }

  private static func parted(_ name: String) -> (prefix: String, local: String) {
    let lower = ASCII.lowercased(name)
    let parts = lower.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("", lower)
  }
}

extension [CChar] {
  /// The text up to the zero.
  var text: String { String(decoding: prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}
