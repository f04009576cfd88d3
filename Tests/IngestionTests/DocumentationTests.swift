import Communique
import Testing
import Vocabulary

/// Whoever sees the name of a rule in `kb explain` finds it in `docs/extraction.md`.
@Suite struct DocumentationTests {
  private static let page = contents(of: packageFolder.appending(path: "docs/extraction.md")) ?? ""

  @Test func everyRuleThatDecidedIsDescribed() {
    let reasons = Sample.all.flatMap { $0.communique.agreements.flatMap(\.evidence.reasons) }
    expectDescribed(Set(reasons.map(\.rule)))
  }

  @Test func everyReasonForSettingAsideIsDescribed() {
    expectDescribed(Set(Sample.all.flatMap { $0.communique.setAside.map(\.reason) }))
  }

  @Test func everyCueIsDescribed() {
    expectDescribed(Set(Table(.cues).map { $0[0] }))
  }

  private func expectDescribed(_ names: Set<String>, _ location: SourceLocation = #_sourceLocation) {
    #expect(!names.isEmpty, sourceLocation: location)
    let missing = names.filter { !Self.page.contains("`\($0)`") }.sorted()
    #expect(missing == [], "not in docs/extraction.md", sourceLocation: location)
  }
}
