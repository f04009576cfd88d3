/// Every option, by what it is for. The spellings are in `OptionTable`.
enum OptionName: String, CaseIterable, Sendable {
  // Everywhere
  case database, lang, color, noColor, noPager, quiet, help, version
  // What to search for
  case country, domain, since, until, on, language, strength, kind, publisher, title, exact
  // What is said of documents
  case documentDate, documentPublisher, documentTitle, documentLanguage, documentURL
  // What to show
  case format, limit, offset, sort, count, facets, noHeader, exitStatus, timeout, explain, allVersions
  // Wordings beside each other
  case pageFormat, parallel, parties, linkKind
  // Upkeep
  case dryRun, again, rebuild, yes, force, output, exportFormat
  // Many files
  case sinceLast, filesFrom, null, jobs, report, versions
}
