/// What a communiqué was read from.
public enum SourceFormat: String, Sendable, CaseIterable {
  case text, markdown, html, pdf, docx, odt, rss, atom, mail
}
