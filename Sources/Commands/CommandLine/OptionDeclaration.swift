/// An option of the command line, declared once: parsing, help, completion and man pages all come from here.
struct OptionDeclaration: Sendable {
  let id: OptionName
  /// Long names without dashes: the English one first, then other spellings in either language.
  let names: [String]
  /// The French spelling shown in French help, where there is one.
  let frenchName: String?
  let short: Character?
  /// What follows; nothing for a switch.
  let value: ValueKind?
  let repeats: Bool
  let help: Both

  init(
    _ id: OptionName, _ names: String..., french: String? = nil, short: Character? = nil, value: ValueKind? = nil,
    repeats: Bool = false, help: Both
  ) {
    self.id = id
    self.names = names + (french.map { [$0] } ?? [])
    frenchName = french
    self.short = short
    self.value = value
    self.repeats = repeats
    self.help = help
  }
}
