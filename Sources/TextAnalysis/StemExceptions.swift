import Communique

/// Words whose Snowball stem is that of another, frequent word with another meaning: "visas" and "visant à" are both
/// "vis", "données" and "donner" both "don". Each line has a stem, then the words that get it instead;
/// a stem that would be another word's too ends in xx.
enum StemExceptions {
  /// The folded stem of a lower-case word with its accents; null for the words that Snowball tells apart.
  static func stem(_ word: String, _ language: Language) -> String? {
    (language == .english ? english : french)[word]
  }

  private static let english = table(
    """
    arms arms
    goods goods
    news news
    organ organ organs
    united united
    university university universities
    willing willing willingness
    """)

  private static let french = table(
    """
    accorder accorder accorde accordent accordera accorderont accordant accordé accordée accordés accordées
    armee armée armées
    donnee donnée données
    egalement également
    maiz maïs
    marchexx marché marchés
    mere mère mères
    partixx parti partis
    portee portée portées
    porter porter porte portent portera porteront portant porté portés portait portaient
    traite traité traités
    traitement traitement traitements
    traiter traiter traitent traitera traiteront traitant traitée traitées
    viser viser vise visent visera viseront visant visait visaient visé visée visés visées
    """)

  private static func table(_ lines: String) -> [String: String] {
    var stems: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() { stems[word] = words[0] }
    }
    return stems
  }
}
