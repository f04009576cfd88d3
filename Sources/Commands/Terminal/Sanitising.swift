/// Makes text from outside safe to print at a terminal.
///
/// A communiqué, a file name or a title may hold escape sequences that move the cursor, retitle the window or
/// worse, and invisible marks that reorder what is read. None of them carries meaning here, so they are dropped.
enum Sanitising {
  /// Drops control characters (C0, DEL, C1) and bidirectional overrides with the escape sequences they start;
  /// tabs and newlines stay.
  static func text(_ text: String) -> String {
    guard needsWork(text) else { return text }
    var output = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? scalars.next() {
      pending = nil
      switch scalar.value {
      case 0x1B: pending = skipSequence(&scalars)
      case 0x9B: pending = skipParameters(&scalars)
      case _ where isUnsafe(scalar): break
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// As `text`, on one line: every run of blanks, tabs and line ends becomes one blank, none at the ends.
  static func oneLine(_ text: String) -> String {
    let clean = Sanitising.text(text)
    var output: [UInt8] = []
    output.reserveCapacity(clean.utf8.count)
    for byte in clean.utf8 {
      let isBlank = byte <= 0x20
      if isBlank, output.isEmpty || output.last == 0x20 { continue }
      output.append(isBlank ? 0x20 : byte)
    }
    if output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a scalar may change what a terminal or a reader sees beyond itself.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension Sanitising {
  /// Most text needs nothing: only bytes below a blank, DEL and the lead bytes C2, D8, E2, EF, F3 can matter.
  private static func needsWork(_ text: String) -> Bool {
    text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
        || byte == 0xEF || byte == 0xF3
    }
  }

  /// What follows ESC: a control sequence (`[`), a string up to BEL or ESC `\` (`]`, `P`, `X`, `^`, `_`), or one
  /// character. Gives back a scalar that belongs to the text again.
  private static func skipSequence(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
    guard let next = scalars.next() else { return nil }
    switch next {
    case "[": return skipParameters(&scalars)
    case "]", "P", "X", "^", "_": return skipString(&scalars)
    case " "..."/":
      _ = scalars.next()
      return nil
    case "0"..."~": return nil
    default: return next
    }
  }

  private static func skipParameters(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
    while let scalar = scalars.next() {
      if (0x40...0x7E).contains(scalar.value) { return nil }
      // Not part of a sequence any more: the text goes on here.
      guard (0x20...0x3F).contains(scalar.value) else { return scalar }
    }
    return nil
  }

  private static func skipString(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
    while let scalar = scalars.next() {
      if scalar.value == 0x07 || scalar.value == 0x9C { return nil }
      if scalar.value == 0x1B {
        let next = scalars.next()
        return next == "\\" ? nil : next
      }
      // A sequence that never ends must not swallow the document.
      if scalar == "\n" { return scalar }
    }
    return nil
  }
}
