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

  static func write(to home: Home) throws {
    try home.write(french, to: "texts/fr.txt")
    try home.write(english, to: "texts/en.txt")
  }
}
