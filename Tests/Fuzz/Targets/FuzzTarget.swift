/// A part of the program that takes what others wrote. To add one: a type, and a line in `FuzzTargets`.
package protocol FuzzTarget: AnyObject {
  static var name: String { get }
  /// Folders of the inputs to begin with, from the top of the project; files over `Corpus.sizeLimit` are left out.
  static var corpus: [String] { get }
  /// Words that mean something to it.
  static var words: [String] { get }

  init() throws

  /// Runs one input; throws where what came out is wrong. A trap or a hang is seen from outside.
  func run(_ input: [UInt8]) throws
}

package enum FuzzTargets {
  package static var all: [any FuzzTarget.Type] {
    [AnalysisTarget.self, QueryTarget.self, ReaderTarget.self, ImportTarget.self]
  }

  package static func named(_ name: String) -> (any FuzzTarget.Type)? { all.first { $0.name == name } }
}

/// What came out is wrong.
package struct Fault: Error {
  package let text: String

  package init(_ text: String) { self.text = text }
}

/// A number that hangs on the input alone (FNV-1a): what a target does for some inputs only, it does for the same
/// ones in every run.
func checksum(_ input: [UInt8]) -> UInt32 {
  input.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
