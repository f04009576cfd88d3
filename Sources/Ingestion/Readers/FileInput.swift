import Communique

/// A file, or a part of one, that is to be read.
struct FileInput {
  let bytes: [UInt8]
  let file: String
  /// What was said of it by hand.
  var given = SourceMetadata()
  /// How many archives and mails it lies in.
  var depth = 0
  /// The name whose ending tells what it is, where that is not the file's: that inside a `.gz`.
  var innerName: String?
  /// Shared by all that lies in one file.
  let budget: UnpackingBudget

  var name: String { innerName ?? file }

  /// A part of this file.
  func part(_ bytes: [UInt8], _ label: String) -> FileInput {
    FileInput(bytes: bytes, file: file + "/" + label, given: given, depth: depth + 1, budget: budget)
  }
}
