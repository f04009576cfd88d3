import Communique

/// A file, or a part of one, that is to be read.
struct FileInput {
  let bytes: [UInt8]
  let file: String
  /// What was said of it by hand.
  var given = SourceMetadata()
  /// How many archives and mails it lies in.
  var depth = 0
}
