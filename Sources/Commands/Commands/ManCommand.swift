/// `kb man`: the manual page, for `make install`.
enum ManCommand {
  static let declaration = CommandDeclaration(
    "man", aliases: ["manuel"],
    summary: Both("Print the manual page (roff)", "Afficher la page de manuel (roff)"),
    examples: [
      .init("kb man | man -l -", "read it", "la lire"),
      .init("kb man --lang fr > kb.1", "keep it", "la garder"),
    ],
    run: { _, context in
      context.output.write(ManPage.text(context.language))
      return .done
    })
}
