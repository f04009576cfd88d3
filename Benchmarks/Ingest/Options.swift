import Foundation

/// What the command line asks for.
struct Options {
  var kb = ".build/release/kb"
  var documents = 15_000
  var rounds = 1
  var seed: UInt64 = 1
  /// Of a document, in bytes.
  let size = 10_000
  /// Where all stays; null where it is removed at the end.
  var keep: URL?

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { Self.refuse(name) }
      switch name {
      case "--kb": kb = value
      case "--documents": documents = max(4, Int(value) ?? documents)
      case "--rounds": rounds = max(1, Int(value) ?? rounds)
      case "--seed": seed = UInt64(value) ?? seed
      case "--keep": keep = URL(filePath: value)
      default: Self.refuse(name)
      }
    }
  }

  private static func refuse(_ name: String) -> Never {
    FileHandle.standardError.write(Data("ingest-benchmark: \(name) is unknown or lacks its value\n".utf8))
    exit(2)
  }
}
