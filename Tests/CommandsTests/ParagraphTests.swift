import Testing

@testable import Commands

@Suite struct ParagraphTests {
  private func paragraph(of words: String, in text: String) throws -> Paragraph {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
    return Paragraph(around: start..<(start + wanted.count), in: text)
  }

  @Test func endsAtBlankLines() throws {
    let found = try paragraph(of: "ouvrir", in: "Titre\n\nLes deux\nvont ouvrir là.\n\nFin")
    #expect(found.text == "Les deux\nvont ouvrir là.")
    #expect(Slicing.text(of: found.text, at: found.span) == "ouvrir")
  }

  @Test func endsAtLinesWhereThereAreNoBlankOnes() throws {
    let long = Array(repeating: String(repeating: "mot ", count: 100), count: 20).joined(separator: "\n")
    #expect(try paragraph(of: "cible", in: long + "\nLa cible est ici.\n" + long).text == "La cible est ici.")
  }

  @Test func carriageReturnsAreBlank() throws {
    #expect(try paragraph(of: "b", in: "a\r\n\r\nb c\r\n\r\nd").text == "b c")
  }

  @Test func theWholeTextMayBeOne() throws {
    #expect(try paragraph(of: "x", in: "x").text == "x")
  }
}
