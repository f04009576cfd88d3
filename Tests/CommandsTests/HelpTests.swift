import Communique
import Testing

@testable import Commands

/// Every command and option must show everywhere: help, manual, completion of three shells, JSON.
@Suite struct HelpTests {
  private func help(_ page: HelpPage, _ language: Language) -> String {
    var invocation = Invocation()
    invocation.add(language.rawValue, to: .lang)
    let output = Output(inMemoryAsTerminal: false)
    let context = Context(
      invocation, environment: Environment([:]), output: output, errors: Output(inMemoryAsTerminal: false))
    HelpText.write(page, to: context.page())
    return output.text
  }

  @Test(arguments: Language.allCases)
  func everyCommandIsOnTheFrontPage(_ language: Language) {
    let text = help(.front, language)
    for command in CommandTable.all { #expect(text.contains("  \(command.name)"), "\(command.name)") }
  }

  @Test(arguments: Language.allCases)
  func everyOptionOfACommandIsInItsHelp(_ language: Language) {
    for command in CommandTable.all {
      let text = help(HelpPage(command), language)
      for option in command.allOptions {
        #expect(text.contains("--" + option.names[0]), "\(command.name) \(option.id)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func examplesComeFirst(_ language: Language) {
    for command in CommandTable.all {
      #expect(!command.examples.isEmpty, "\(command.name)")
      #expect(HelpPage(command).sections.first?.heading == Words.help.examples)
    }
  }

  @Test(arguments: Language.allCases)
  func theManualHasEveryCommandAndOption(_ language: Language) {
    let manual = ManPage.text(language)
    for command in CommandTable.all { #expect(manual.contains(".SS kb " + command.name)) }
    for option in OptionTable.all {
      #expect(manual.contains(("--" + option.names[0]).replacing("-", by: "\\-")), "\(option.id)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionHasEveryCommandAndOption(_ shell: String) {
    let script =
      switch shell {
      case "bash": BashCompletion.script
      case "zsh": ZshCompletion.script(.english)
      default: FishCompletion.script(.french)
      }
    for command in CommandTable.all {
      let isThere = script.contains(command.name)
      #expect(isThere, "\(command.name)")
    }
    for name in OptionTable.all.flatMap(\.names) {
      let isThere = script.contains(name)
      #expect(isThere, "\(name)")
    }
  }

  @Test func everyOptionBelongsToACommand() {
    for option in OptionTable.all {
      #expect(CommandTable.all.contains { $0.accepts(option.id) }, "\(option.id)")
    }
    #expect(Set(OptionTable.all.map(\.id)) == Set(OptionName.allCases))
  }

  @Test func spellingsAreUnique() {
    for command in CommandTable.all {
      let long = command.allOptions.flatMap(\.names)
      #expect(Set(long).count == long.count, "\(command.name)")
      let short = command.allOptions.compactMap(\.short)
      #expect(Set(short).count == short.count, "\(command.name)")
    }
    let commands = CommandTable.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(commands).count == commands.count)
    let shell = ShellCommandTable.all.flatMap(\.names)
    #expect(Set(shell).count == shell.count)
  }

  @Test func namesAreFoldedSoThatAnySpellingFindsThem() {
    for name in OptionTable.all.flatMap(\.names) + CommandTable.all.flatMap({ [$0.name] + $0.aliases }) {
      #expect(Matching.folded(name) == name)
    }
  }

  @Test func everyExampleParses() throws {
    for command in CommandTable.all {
      for example in command.examples where example.line.hasPrefix("kb ") {
        let words = example.line.split(separator: " ").dropFirst().prefix { $0 != ">" && $0 != "|" }
        #expect(throws: Never.self, "\(example.line)") {
          try CommandLineParser.parse(words.map { String($0).replacing("'", by: "") })
        }
      }
    }
  }
}
