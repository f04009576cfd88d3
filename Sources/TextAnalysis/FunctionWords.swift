/// Words that carry no meaning of their own, in both languages, folded: a question in other words than the text
/// does without them ("exemption de visa", "visa exemption"), phrases and exact questions do not.
package enum FunctionWords {
  package static func contains(_ word: String) -> Bool { all.contains(word) }

  private static let all: Set<String> = Set((english + " " + french).split(separator: " ").map(String.init))

  private static let english = """
    a an and are as at be been between both but by each for from has have he her his if in into is it its of on or our \
    she so such than that the their them then there these they this those through to under upon us was we were which \
    who whose with within you your
    """

  private static let french = """
    a ainsi au aux avec ce ceci cela celle celles celui ces cet cette ceux chez d dans de des dont du elle elles en \
    entre est et etre eux il ils je l la le les leur leurs lui mais me meme ne nos notre nous on ont ou par pas pour qu \
    que quel quelle qui s sa sans se ses si son sont sous sur te tout toute toutes tous un une vers vos votre vous y
    """
}
