import Communique
import KnowledgeBase
import Vocabulary

// What Tab finds: commands, fields, and values that the store holds, with their counts.
extension Shell {
  /// What Tab does after this much of a line.
  func completion(of line: String) -> Completion.Answer {
    let width = TerminalSize.current(of: 1, environment: context.environment).columns
    let completion = Completion(width: width, language: context.language)
    let word = Self.lastWord(of: line)
    return completion.answer(candidates(for: word, in: line), to: word)
  }

  /// From the last blank outside quotes.
  static func lastWord(of line: String) -> Substring {
    var start = line.startIndex
    var isQuoted = false
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == " ", !isQuoted { start = line.index(after: index) }
    }
    return line[start...]
  }

  private func candidates(for word: Substring, in line: String) -> [Completion.Candidate] {
    guard line.hasPrefix(".") else { return question(word) }
    guard line.contains(" ") else { return commands(word) }
    let name = line.dropFirst().prefix { $0 != " " }
    switch ShellCommand.named(String(name))?.completion ?? .nothing {
    case .nothing: return []
    case .words(let words): return matching(words.map { Completion.Candidate(text: $0) }, word)
    case .files: return Completion.files(startingWith: String(word), context.environment)
    case .question: return question(word)
    case .helpTopics:
      let topics = HelpTopic.all.map(\.name) + ShellCommandTable.all.map { $0.names[0] }
      return matching(topics.map { Completion.Candidate(text: $0) }, word)
    }
  }

  /// Commands by their names in the interface language; those of the other where only they begin like this.
  private func commands(_ word: Substring) -> [Completion.Candidate] {
    let isFrench = context.language == .french
    let own = ShellCommandTable.all.map { "." + (isFrench && $0.names.count > 1 ? $0.names[1] : $0.names[0]) }
    let found = matching(own.map { Completion.Candidate(text: $0) }, word)
    guard found.isEmpty else { return found }
    let every = ShellCommandTable.all.flatMap(\.names).map { Completion.Candidate(text: "." + $0) }
    return matching(every, word)
  }

  /// A word of a question: a field's value after its colon, else fields and the store's own words.
  private func question(_ word: Substring) -> [Completion.Candidate] {
    let sign = word.hasPrefix("-") ? "-" : ""
    let rest = word.dropFirst(sign.count)
    guard let colon = rest.firstIndex(of: ":") else { return fieldsAndWords(sign: sign, rest) }
    let name = Matching.folded(String(rest[..<colon]))
    let start = rest[rest.index(after: colon)...].filter { $0 != "\"" }
    guard let field = QueryFields.named(name) else { return [] }
    return values(of: field, startingWith: start).map {
      Completion.Candidate(
        text: sign + rest[...colon] + Completion.quoted($0.text), label: $0.text, count: $0.count)
    }
  }

  private func fieldsAndWords(sign: String, _ word: Substring) -> [Completion.Candidate] {
    let isFrench = context.language == .french
    let fields = QueryFields.all.map { (isFrench ? $0.french : $0.english) + ":" }
    var found = matching(fields.map { Completion.Candidate(text: $0, isWhole: false) }, word)
    if word.count >= 2, let store, let terms = try? store.completions(of: nil, startingWith: String(word), limit: 20) {
      found += terms.map { Completion.Candidate(text: $0.term, count: $0.count) }
    }
    return found.map { Completion.Candidate(text: sign + $0.text, count: $0.count, isWhole: $0.isWhole) }
  }

  private func values(of field: QueryFields, startingWith start: String) -> [Completion.Candidate] {
    switch field.value {
    case .country: parties(startingWith: start)
    case .domain: domains(startingWith: start)
    case .choice(let choices): matching(choices.map { Completion.Candidate(text: $0.code) }, start[...])
    case .publisher:
      ((try? store?.completions(of: .publisher, startingWith: start, limit: 50)) ?? []).map {
        Completion.Candidate(text: $0.term, count: $0.count)
      }
    case .text, .file, .path, .number, .date: []
    }
  }

  /// The store's parties by their names in the interface language; where none begins like this, in the other.
  private func parties(startingWith start: String) -> [Completion.Candidate] {
    let rows = (try? store?.countries()) ?? []
    return inEitherLanguage(rows, start) { Names.label(Party($0), in: $1) }
  }

  /// Domains by their codes, which are short; where none begins like this, by their labels.
  private func domains(startingWith start: String) -> [Completion.Candidate] {
    let rows = (try? store?.domains()) ?? []
    let codes = matching(rows.map { Completion.Candidate(text: $0.values[0], count: $0.count) }, start[...])
    guard codes.isEmpty || context.language == .french else { return codes }
    let labels = inEitherLanguage(rows, start) { Names.label(Domain($0), in: $1) }
    return labels.isEmpty || start.isEmpty ? codes : labels
  }

  private func inEitherLanguage(
    _ rows: [FacetRow], _ start: String, _ label: (String, Language) -> String
  ) -> [Completion.Candidate] {
    let languages: [Language] = context.language == .french ? [.french, .english] : [.english, .french]
    for language in languages {
      let all = rows.map { Completion.Candidate(text: label($0.values[0], language), count: $0.count) }
      let found = matching(all, start[...])
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Those that begin like the word, whatever accents and case; each name once.
  private func matching(_ candidates: [Completion.Candidate], _ word: Substring) -> [Completion.Candidate] {
    let wanted = Matching.folded(String(word))
    var seen: Set<String> = []
    return candidates.filter { candidate in
      let folded = Matching.folded(candidate.text)
      return folded.hasPrefix(wanted) && seen.insert(folded).inserted
    }
  }
}
