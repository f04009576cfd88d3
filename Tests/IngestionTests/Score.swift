import Communique
import Foundation

/// How near the agreements found come to a reference.
///
/// A found and a reference agreement match where the F1 of their words is at least 0.5; matching is one to
/// one, the best overlaps first, nearest in order on ties.
struct Score {
  private(set) var found = 0
  private(set) var reference = 0
  private(set) var matched = 0
  private(set) var rightParties = 0
  private(set) var rightDomain = 0
  private(set) var rightStrength = 0
  private(set) var rightWhole = 0
  private(set) var documents = 0
  private(set) var rightDates = 0

  /// Detection: the harmonic mean of precision and recall.
  var f1: Double { share(2 * matched, of: found + reference) }
  /// Of the matched, those with exactly the reference's parties.
  var parties: Double { share(rightParties, of: matched) }
  /// Of the matched, those whose first domain is among the reference's.
  var domain: Double { share(rightDomain, of: matched) }
  /// Of the matched, those of the reference's strength; instruments have none that counts.
  var strength: Double { share(rightStrength, of: matched) }
  /// Detection of those that are right in parties, first domain and strength.
  var whole: Double { share(2 * rightWhole, of: found + reference) }
  /// Of the documents, those with the reference's language, publication date and agreements' date.
  var dates: Double { share(rightDates, of: documents) }

  mutating func add(_ communique: Communique, against expected: Reference) {
    documents += 1
    if communique.language?.rawValue == expected.language,
      communique.publishedOn?.description == expected.publishedOn,
      communique.date?.description == expected.date
    {
      rightDates += 1
    }
    found += communique.agreements.count
    reference += expected.agreements.count
    for (left, right) in Self.pairs(communique.agreements.map(\.text), expected.agreements.map(\.text)) {
      add(communique.agreements[left], against: expected.agreements[right])
    }
  }

  private mutating func add(_ agreement: Agreement, against expected: Reference.Agreement) {
    let hasParties = Set(agreement.parties.map(\.rawValue)) == Set(expected.parties)
    let hasDomain = agreement.domains.first.map { expected.domains.contains($0.rawValue) } ?? false
    let hasStrength = agreement.strength.rawValue == expected.strength || expected.kind == "instrument"
    matched += 1
    rightParties += hasParties ? 1 : 0
    rightDomain += hasDomain ? 1 : 0
    rightStrength += hasStrength ? 1 : 0
    rightWhole += hasParties && hasDomain && hasStrength ? 1 : 0
  }

  private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

extension Score {
  /// Which of the left texts are which of the right ones.
  static func pairs(_ left: [String], _ right: [String]) -> [(Int, Int)] {
    let leftWords = left.map(words)
    let rightWords = right.map(words)
    var candidates: [(overlap: Double, distance: Int, left: Int, right: Int)] = []
    for i in left.indices {
      for j in right.indices {
        candidates.append((overlap(leftWords[i], rightWords[j]), abs(i - j), i, j))
      }
    }
    candidates.sort { ($0.overlap, -$0.distance, $0.left, $0.right) > ($1.overlap, -$1.distance, $1.left, $1.right) }
    var usedLeft: Set<Int> = []
    var usedRight: Set<Int> = []
    var pairs: [(Int, Int)] = []
    for candidate in candidates where candidate.overlap >= 0.5 {
      guard !usedLeft.contains(candidate.left), !usedRight.contains(candidate.right) else { continue }
      usedLeft.insert(candidate.left)
      usedRight.insert(candidate.right)
      pairs.append((candidate.left, candidate.right))
    }
    return pairs
  }

  /// F1 of two bags of words.
  static func overlap(_ left: [String], _ right: [String]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var counts: [String: Int] = [:]
    for word in left { counts[word, default: 0] += 1 }
    var shared = 0
    for word in right where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      shared += 1
    }
    return 2 * Double(shared) / Double(left.count + right.count)
  }

  /// Words and numbers without case and accents.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark { continue }
      if properties.isAlphabetic || properties.numericType != nil {
        word += scalar == "œ" ? "oe" : scalar == "æ" ? "ae" : String(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
