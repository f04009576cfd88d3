import Communique
import Ingestion

/// Metadata in a file beside a document: `report.pdf.meta.toml` or `report.meta.toml` for `report.pdf`.
enum Sidecar {
  static let ending = ".meta.toml"

  /// Why a file beside a document could not be taken.
  enum Failure: Error, Hashable {
    case file(FileError)
    case content(MetadataProblem, path: String)
  }

  /// The file beside a document; null where there is none. Standard input has none.
  static func path(for path: String) -> String? {
    path == "-" ? nil : candidates(for: path).first(where: FileFinder.exists)
  }

  /// What the file beside a document says; nothing where there is none.
  static func metadata(for path: String) throws(Failure) -> SourceMetadata {
    guard let sidecar = Self.path(for: path) else { return SourceMetadata() }
    let text: String
    do {
      text = try SourceFile.text(at: sidecar)
    } catch {
      throw .file(error)
    }
    do {
      let content = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? String(text.unicodeScalars.dropFirst()) : text
      return try KeyLines.metadata(content, separator: UInt8(ascii: "=")).metadata
    } catch {
      throw .content(error, path: sidecar)
    }
  }

  /// The full name first: `a.pdf` and `a.html` may each have theirs.
  private static func candidates(for path: String) -> [String] {
    let bytes = Array(path.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    else { return [path + ending] }
    return [path + ending, String(decoding: bytes[..<dot], as: UTF8.self) + ending]
  }
}
