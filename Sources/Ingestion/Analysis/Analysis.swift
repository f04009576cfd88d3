import Communique
import Vocabulary

/// The steps of the analysis, in the order in which they run.
enum Analysis {
  static func run(on draft: Draft) {
    LineReader().read(draft)
    var paragraphs = ParagraphBuilder()
    paragraphs.build(draft)
    Masthead().read(draft)
    Dating(draft).read()

    NameFinder(gazetteer: draft.vocabulary.gazetteer).find(draft)
    draft.indexMentions()
    let people = PersonFinder()
    let introductions = people.introductions(draft)
    var meeting = MeetingFinder(draft, introductions: introductions)
    meeting.find()
    let partyByName = Delegates.partyByName(introductions, draft)
    people.mark(partyByName, draft)
    draft.indexMentions()
    people.markOffices(Delegates.partyByOffice(introductions, partyByName), draft)
    OrganFinder().find(draft)
    draft.indexMentions()
    GroupFinder().find(draft)
    draft.indexMentions()
    // How many sides there are is told by the phrases for them, found just now.
    var again = MeetingFinder(draft, introductions: introductions)
    again.find()

    SpeechFinder.recognise(draft, introductions: introductions, partyByName)
    TreatyReader.recognise(draft)
    AgreementReader(draft).read()
  }
}
