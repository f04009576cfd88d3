/// Two communiqués written for these tests, one in each language: short, but with all that the commands show.
enum Samples {
  static let french = """
    La Chine et le Kazakhstan renforcent leur coopération

    Xinhua | 08.06.2022

    Les ministres des Affaires étrangères de la Chine et du Kazakhstan se sont rencontrés mardi à Noursoultan.

    Les deux parties sont convenues de renforcer la coopération en matière d'énergie, de créer des centres culturels \
    dans les deux pays et d'ouvrir un consulat général à Aktobe.

    La partie kazakhe a indiqué qu'elle prolongerait la période d'exemption de visa pour les citoyens chinois.

    """

  static let english = """
    Joint Statement of Australia and Nauru

    Office of the Prime Minister of Australia

    9 December 2024

    The Prime Minister of Australia and the President of Nauru met today in Canberra.

    The two sides agreed to strengthen cooperation on energy and to expand the exchange of students. Australia will \
    provide $100 million in budget support to Nauru by 2030.

    """

  /// One communiqué in both languages, which differ in a few places, and the communiqués of two later years.
  private static let series = [
    "2020.en": """
    Joint Statement of Kazakhstan and Hungary

    3 March 2020

    The Minister of Foreign Affairs of Kazakhstan, Dana Serikbayeva, and the Minister of Foreign Affairs of Hungary, \
    Gergely Halmos, met in Budapest on 3 March 2020.

    The two sides agreed to study the construction of a gas pipeline across the Caspian Sea. They agreed to exchange \
    data on wind and solar energy every year. Kazakhstan will supply 2 million tonnes of oil to Hungary by 2022. \
    Hungary will grant 40 scholarships to Kazakh students.

    The ministers also spoke of the situation in Afghanistan and of the drying up of the Aral Sea.

    """,
    "2020.fr": """
    Déclaration conjointe du Kazakhstan et de la Hongrie

    3 mars 2020

    La ministre des Affaires étrangères du Kazakhstan, Dana Serikbaïeva, et le ministre des Affaires étrangères de la \
    Hongrie, Gergely Halmos, se sont rencontrés à Budapest le 3 mars 2020.

    Les deux parties sont convenues de construire un gazoduc à travers la mer Caspienne. Elles sont convenues \
    d'échanger chaque année des données sur l'énergie éolienne et solaire. Le Kazakhstan fournira 3 millions de tonnes \
    de pétrole à la Hongrie d'ici 2022.

    Les ministres ont aussi parlé de la situation en Afghanistan et de l'assèchement de la mer d'Aral.

    """,
    "2021.en": """
    Joint Communiqué of Kazakhstan and Hungary

    5 April 2021

    The Minister of Foreign Affairs of Kazakhstan and the Minister of Foreign Affairs of Hungary met in Astana on \
    5 April 2021.

    The two sides decided to begin the construction of a gas pipeline across the Caspian Sea. Kazakhstan will supply \
    3 million tonnes of oil to Hungary by 2023. The two sides agreed to train engineers for nuclear energy plants.

    """,
    "2022.fr": """
    Communiqué conjoint du Kazakhstan et de la Hongrie

    6 mai 2022

    Les ministres des Affaires étrangères du Kazakhstan et de la Hongrie se sont rencontrés à Budapest le 6 mai 2022.

    Les deux parties sont convenues d'étudier la construction d'un gazoduc à travers la mer Caspienne. Elles sont \
    convenues de former des ingénieurs pour les centrales nucléaires.

    """,
  ]

  static func write(to home: Home) throws {
    for (name, text) in series { try home.write(text, to: "series/\(name).txt") }
    try home.write(french, to: "texts/fr.txt")
    try home.write(english, to: "texts/en.txt")
  }
}
