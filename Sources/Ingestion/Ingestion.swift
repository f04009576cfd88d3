import Communique

/// Reads a communiqué: from its text to what it is and the agreements found in it.
public enum Reading {
  /// Analyses a text.
  ///
  /// - Parameters:
  ///   - text: the communiqué's text; all offsets refer to its UTF-8 bytes.
  ///   - file: the path or name that it came under.
  public static func communique(_ text: String, file: String) -> Communique { Communique(file: file, text: text) }
}
