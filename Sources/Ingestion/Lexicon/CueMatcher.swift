/// A cue found in a text.
struct CueMatch {
  var cue: Int
  /// From its first word to after its last; auxiliaries before it are not part.
  var tokens: Range<Int>
}

extension CueBook {
  /// Calls `body` with every cue that starts at a word.
  func matches(
    at start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon, _ body: (CueMatch) -> Void
  ) {
    for index in lexicon.letterRanges[Int(tokens[start].word)] {
      for pattern in patterns(startingWith: lexicon.letters[Int(index)]) {
        guard let end = end(of: pattern, at: start, limit: limit, tokens: tokens, lexicon: lexicon) else { continue }
        body(CueMatch(cue: pattern.cue, tokens: start..<end))
      }
    }
  }

  /// The token after the last of a pattern that starts at `start`; null where it does not fit.
  private func end(
    of pattern: CuePattern, at start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon
  ) -> Int? {
    end(of: pattern, element: 1, at: start + 1, limit: limit, tokens: tokens, lexicon: lexicon)
  }

  private func end(
    of pattern: CuePattern, element: Int, at start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>,
    lexicon: Lexicon
  ) -> Int? {
    var position = start
    var number = element
    while number < pattern.elements.count {
      switch pattern.elements[number] {
      case .letter(let letter):
        guard let next = find(letter, from: position, limit: limit, tokens: tokens, lexicon: lexicon) else {
          return nil
        }
        position = next + 1
      case .gap:
        guard number + 1 < pattern.elements.count, case .letter(let letter) = pattern.elements[number + 1] else {
          break
        }
        // The first place from which the rest fits.
        while let next = search(letter, from: position, start: start, limit: limit, tokens: tokens, lexicon: lexicon) {
          if let end = end(
            of: pattern, element: number + 2, at: next + 1, limit: limit, tokens: tokens, lexicon: lexicon)
          {
            return end
          }
          position = next + 1
        }
        return nil
      case .infinitive:
        guard let next = skipClitics(position, limit: limit, tokens: tokens, lexicon: lexicon),
          lexicon.traits[Int(tokens[next].word)].contains(.infinitive)
        else { return nil }
      }
      number += 1
    }
    return position
  }

  /// The place of a letter at `position`, adverbs and one parenthesis between commas passed over.
  private func find(
    _ letter: Int32, from position: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon
  ) -> Int? {
    var next = position
    var skipped = 0
    while next < limit, skipped < 5 {
      if tokens[next].kind == .word {
        if has(letter, tokens[next].word, lexicon) { return next }
        guard !lexicon.traits[Int(tokens[next].word)].isDisjoint(with: [.adverb]) else { return nil }
        next += 1
        skipped += 1
      } else if tokens[next].isMark(.comma),
        let after = parenthesis(from: next, limit: limit, tokens: tokens, lexicon: lexicon)
      {
        next = after
        skipped += 2
      } else {
        return nil
      }
    }
    return nil
  }

  /// ", à cette occasion,": what stands between two commas, without a verb, in at most nine words.
  private func parenthesis(
    from comma: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon
  ) -> Int? {
    var next = comma + 1
    while next < limit, next <= comma + 12 {
      if tokens[next].isMark(.comma) { return next + 1 }
      if tokens[next].isMark(.semicolon) || tokens[next].isMark(.colon) { return nil }
      if tokens[next].kind == .word,
        !lexicon.traits[Int(tokens[next].word)].isDisjoint(with: [.infinitive, .clauseVerb, .future])
      {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// The place of a letter within the next nine words of the clause.
  private func search(
    _ letter: Int32, from position: Int, start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon
  ) -> Int? {
    var next = position
    while next < limit, next < start + 20 {
      if tokens[next].kind == .word {
        if has(letter, tokens[next].word, lexicon) { return next }
        if next > start, !lexicon.traits[Int(tokens[next].word)].isDisjoint(with: [.will, .relative]) { return nil }
      } else if tokens[next].isMark(.semicolon) || tokens[next].isMark(.colon) || tokens[next].isMark(.stop) {
        return nil
      }
      next += 1
    }
    return nil
  }

  private func skipClitics(
    _ position: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon
  ) -> Int? {
    var next = position
    while next < limit, next < position + 4, tokens[next].kind == .word {
      let traits = lexicon.traits[Int(tokens[next].word)]
      if traits.contains(.infinitive) { return next }
      guard !traits.isDisjoint(with: [.clitic, .adverb]) else { return nil }
      next += 1
    }
    return nil
  }

  private func has(_ letter: Int32, _ word: Int32, _ lexicon: Lexicon) -> Bool {
    for index in lexicon.letterRanges[Int(word)] where lexicon.letters[Int(index)] == letter { return true }
    return false
  }
}
