import Communique
import Vocabulary

/// Which party each name of a person stands for.
enum Delegates {
  /// By word number. Names that would stand for two parties stand for none.
  static func partyByName(_ introductions: [PersonFinder.Introduction], _ draft: Draft) -> [Int32: Int16] {
    var parties: [Int32: Int16] = [:]
    var ambiguous: Set<Int32> = []
    func learn(_ name: Int32, _ party: Int16) {
      if let known = parties[name], known != party { ambiguous.insert(name) }
      parties[name] = party
    }
    for introduction in introductions {
      guard let party = introduction.party else { continue }
      for name in introduction.names { learn(name, party) }
    }
    let represented = Set(introductions.compactMap(\.party))
    for introduction in introductions where introduction.party == nil && !introduction.names.isEmpty {
      guard !introduction.names.contains(where: { parties[$0] != nil }) else { continue }
      if let party = remaining(represented, draft) {
        for name in introduction.names { learn(name, party) }
      }
    }
    for name in ambiguous { parties[name] = nil }
    return parties
  }

  /// Which party's holder alone has an office: by the office's words.
  static func partyByOffice(
    _ introductions: [PersonFinder.Introduction], _ byName: [Int32: Int16]
  ) -> [String: Int16] {
    var parties: [String: Int16] = [:]
    var ambiguous: Set<String> = []
    for introduction in introductions where !introduction.office.isEmpty {
      guard let party = introduction.party ?? introduction.names.lazy.compactMap({ byName[$0] }).first else {
        continue
      }
      let article = ["le ", "la "].first { introduction.office.hasPrefix($0) }
      let bare = article.map { String(introduction.office.dropFirst($0.count)) } ?? introduction.office
      let forms = article == nil ? [bare, "le " + bare, "la " + bare] : [introduction.office]
      for form in forms {
        if let known = parties[form], known != party { ambiguous.insert(form) }
        parties[form] = party
      }
    }
    for office in ambiguous { parties[office] = nil }
    return parties
  }

  /// The one party of the meeting that nobody represents yet, else the publisher's.
  private static func remaining(_ represented: Set<Int16>, _ draft: Draft) -> Int16? {
    let open = draft.meeting.filter { !represented.contains($0) }
    return open.count == 1 ? open[0] : draft.home
  }
}
