import Foundation

/// Communiqués in files below a folder, as users keep them.
package struct Corpus {
  package let folder: URL
  package let files: [URL]
  package let bytes: Int

  package var megabytes: Double { Double(bytes) / 1e6 }

  /// The files that lie there.
  package init(folder: URL) {
    self.folder = folder
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    var files: [URL] = []
    var bytes = 0
    while let file = found?.nextObject() as? URL {
      guard file.pathExtension == "txt" else { continue }
      files.append(file)
      bytes += (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    }
    self.files = files.sorted { $0.path < $1.path }
    self.bytes = bytes
  }

  /// Writes new communiqués of so many megabytes in all, a thousand to a folder.
  package static func make(megabytes: Int, in folder: URL, seed: UInt64) throws -> Corpus {
    var maker = CommuniqueMaker(texts: originals(), seed: seed)
    var bytes = 0
    var count = 0
    while bytes < megabytes * 1_000_000 {
      let shelf = folder.appending(path: String(count / 1000))
      if count % 1000 == 0 { try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true) }
      let text = maker.next()
      Self.write(text, to: shelf.appending(path: "\(count).txt").path)
      bytes += text.count
      count += 1
    }
    return Corpus(folder: folder)
  }

  /// Writes so many new documents of about `size` bytes each, a thousand to a folder: as long texts are rarer than
  /// short ones, each is of several communiqués of a language, one after the other.
  package static func make(documents: Int, size: Int, in folder: URL, seed: UInt64) throws -> Corpus {
    var maker = CommuniqueMaker(texts: originals(), seed: seed)
    var spare: [String: [UInt8]] = [:]
    var count = 0
    while count < documents {
      let text = maker.next()
      let language = Template.language(of: String(decoding: text, as: UTF8.self))
      spare[language, default: []] += text + [0x0A, 0x0A]
      // The next would on average make it longer by half a text.
      guard let document = spare[language], document.count + 2_000 >= size else { continue }
      spare[language] = nil
      let shelf = folder.appending(path: String(count / 1000))
      if count % 1000 == 0 { try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true) }
      Self.write(document, to: shelf.appending(path: "\(count).txt").path)
      count += 1
    }
    return Corpus(folder: folder)
  }

  private static func write(_ text: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(text, 1, text.count, file)
    fclose(file)
  }

  /// The texts that the others are made of.
  private static func originals() -> [String] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = [package.appending(path: "SampleData"), package.appending(path: "../shared/eval/dev")]
    return folders.flatMap { Corpus(folder: $0.standardizedFileURL).files }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }
}
