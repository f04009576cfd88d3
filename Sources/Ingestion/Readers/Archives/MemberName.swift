/// The names of members, made labels that lead nowhere and show nothing but themselves.
enum MemberName {
  /// `../../etc/passwd` → `etc/passwd`, `C:\texts\a.txt` → `texts/a.txt`; control characters become `_`.
  static func label(_ name: String?, number: Int) -> String {
    var parts: [[UInt8]] = []
    for part in Array((name ?? "").utf8).split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) {
      let bytes = part.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] || bytes.count == 2 && bytes[1] == 0x3A { continue }
      parts.append(bytes)
    }
    let label = String(decoding: Array(parts.joined(separator: [0x2F])), as: UTF8.self)
    return label.isEmpty ? "member-\(number)" : label
  }
}
