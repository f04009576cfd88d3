import Foundation

/// What the command line asks for.
struct Options {
  var kb = ".build/release/kb"
  var megabytes = [20, 100]
  var rounds = 3
  var seed: UInt64 = 1
  /// Where the texts stay; null where they are removed at the end.
  var keep: URL?

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { Self.refuse(name) }
      switch name {
      case "--kb": kb = value
      case "--megabytes": megabytes = value.split(separator: ",").compactMap { Int($0) }
      case "--rounds": rounds = max(1, Int(value) ?? rounds)
      case "--seed": seed = UInt64(value) ?? seed
      case "--keep": keep = URL(filePath: value)
      default: Self.refuse(name)
      }
    }
  }

  private static func refuse(_ name: String) -> Never {
    FileHandle.standardError.write(Data("extract-benchmark: \(name) is unknown or lacks its value\n".utf8))
    exit(2)
  }
}
