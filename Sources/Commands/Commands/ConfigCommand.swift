/// `kb config`: the settings file, documented, with its defaults.
enum ConfigCommand {
  static let declaration = CommandDeclaration(
    "config", aliases: ["reglages"],
    summary: Both("Print a documented settings file", "Afficher un fichier de réglages commenté"),
    details: Both(
      "Flags win over the environment, the environment over the file.",
      "Les options l'emportent sur l'environnement, l'environnement sur le fichier."),
    examples: [
      .init("kb config", "the settings that there are", "les réglages possibles"),
      .init(
        "kb config > ~/.config/kb/config", "start a file of one's own", "commencer son propre fichier"),
    ],
    run: { _, context in
      context.output.write(Configuration.documented(context.language, path: Paths.configuration(context.environment)))
      return .done
    })
}
