import Communique
import Vocabulary

/// Tells a speech or statement of one office holder, in which "we" and "our" speak for that side.
enum SpeechFinder {
  /// Rule: the text says "I" three times or more, and its title or lead names one speaker first.
  static func recognise(_ draft: Draft, introductions: [PersonFinder.Introduction], _ byName: [Int32: Int16]) {
    guard !draft.isJoint || titleHasOneOffice(draft), draft.meeting.count > 1 else { return }
    var count = 0
    for index in draft.tokens.indices where draft.has(index, .i) && !isNumeral(index, draft) { count += 1 }
    guard count >= 3 else { return }
    let speakers = Set(introductions.compactMap(\.party))
    let known = introductions.lazy.compactMap { $0.party ?? $0.names.lazy.compactMap { byName[$0] }.first }
    guard let first = known.first else {
      draft.soleSpeaker = draft.home
      return
    }
    // With two speakers in turn, each paragraph would have to be told apart: left to the subjects.
    if speakers.count == 1 || titleHasOneOffice(draft) { draft.soleSpeaker = first }
  }

  /// "I." before a heading.
  private static func isNumeral(_ index: Int, _ draft: Draft) -> Bool {
    index + 1 < draft.tokens.count && draft.isMark(index + 1, .stop)
  }

  /// "Déclaration du Président Emmanuel Macron".
  private static func titleHasOneOffice(_ draft: Draft) -> Bool {
    guard draft.paragraphs.indices.contains(draft.titleParagraph) else { return false }
    let title = draft.paragraphs[draft.titleParagraph]
    let words = title.tokens.prefix(6).map { draft.spelling($0) }
    let isStatement = words.contains {
      ["declaration", "discours", "allocution", "remarks", "speech", "address", "statement"].contains($0)
    }
    return isStatement && title.tokens.prefix(6).contains { draft.has($0, .office) } && !words.contains("joint")
      && !words.contains("conjointe")
  }
}
