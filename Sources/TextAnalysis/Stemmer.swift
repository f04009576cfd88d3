import CSnowball
import Communique
import Vocabulary

/// Snowball stems of one language, folded. Stemmed first, folded after: the stemmers need the accents.
package final class Stemmer {
  /// Changes with what stems come out, so that a store can tell that its index has others.
  package static let version = 1

  private let language: Language
  private let handle: OpaquePointer?
  private var known: [String: String] = [:]

  package init(_ language: Language) {
    self.language = language
    handle = sb_stemmer_new(language == .english ? "english" : "french", "UTF_8")
  }

  deinit { sb_stemmer_delete(handle) }

  /// The folded stem of a lower-case word; the folded word itself where there is none.
  package func stem(_ word: String) -> String {
    if let stem = known[word] { return stem }
    let stem = StemExceptions.stem(word, language) ?? computed(word)
    // A bound on memory, not on use: a store's common words are far fewer.
    if known.count >= 100_000 { known.removeAll(keepingCapacity: true) }
    known[word] = stem
    return stem
  }

  private func computed(_ word: String) -> String {
    var copy = word
    let stem: String = copy.withUTF8 { bytes in
      // Longer ones are no words, and would only cost time.
      guard let handle, bytes.count <= 64, let result = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count))
      else { return word }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
    let folded = Folding.folded(stem)
    return folded.isEmpty ? Folding.folded(word) : folded
  }
}

/// The stemmers of both languages, made when first asked for.
package final class Stemmers {
  private lazy var english = Stemmer(.english)
  private lazy var french = Stemmer(.french)

  package init() {}

  package func stem(_ word: String, _ language: Language) -> String {
    language == .english ? english.stem(word) : french.stem(word)
  }
}
