import Communique
import JSONText
import KnowledgeBase

/// Reads the lines that `JSONLinesWriter` writes.
enum RecordDecoder {
  static func record(_ line: JSON) throws(ImportFailure) -> StoreRecord {
    do throws(FieldProblem) {
      switch line.members?.first?.key {
      case "id": return .document(try document(line))
      case "link": return .link(try connection(line, link))
      case "alignment": return .alignment(try connection(line, alignment))
      case "link_choice": return .choice(try connection(line, choice))
      default: break
      }
    } catch {
      throw .field(error)
    }
    return .counts(try header(line))
  }

  private static func header(_ line: JSON) throws(ImportFailure) -> StoreCounts {
    guard let version = line["kb_export"].int else { throw .noExport }
    guard version <= JSONLinesWriter.version else {
      throw .newerExport(found: version, known: JSONLinesWriter.version)
    }
    do throws(FieldProblem) {
      var fields = try FieldReader(line, "kb_export")
      _ = try fields.int("kb_export")
      _ = try fields.string("kb")
      let counts = StoreCounts(
        documents: try fields.int("documents"), agreements: try fields.int("agreements"),
        links: try fields.int("links"), alignments: try fields.int("alignments"),
        choices: try fields.int("link_choices"))
      try fields.finish()
      return counts
    } catch {
      throw .field(error)
    }
  }

  private static func document(_ line: JSON) throws(FieldProblem) -> DocumentRecord {
    var fields = try FieldReader(line, "document")
    let id = try fields.id("id")
    let digest = try fields.string("sha256")
    var ids: [Int64] = []
    let agreements = try fields.objects("agreements") { (fields) throws(FieldProblem) in
      ids.append(try fields.id("id"))
      return try agreement(&fields)
    }
    let communique = Communique(
      file: try fields.string("file"), text: try fields.string("text"),
      language: try fields.optionalCode("language", Language.self), title: try fields.optionalString("title"),
      publisher: try fields.optionalString("publisher"), publishedOn: try fields.date("published_on"),
      heldOn: try fields.date("held_on"), url: try fields.optionalString("url"),
      format: try fields.optionalCode("format", SourceFormat.self), pages: try fields.list("pages", \.int),
      parties: try fields.strings("parties").map(Party.init(_:)), agreements: agreements,
      setAside: try fields.objects("set_aside") { (fields) throws(FieldProblem) in
        SetAside(span: try fields.span(), reason: try fields.string("reason"))
      })
    let history = try fields.objects("history", version)
    try fields.finish()
    return DocumentRecord(id: id, sha256: digest, communique: communique, agreementIDs: ids, history: history)
  }

  private static func agreement(_ fields: inout FieldReader) throws(FieldProblem) -> Agreement {
    let day = try fields.date("due_on")
    let precision = try fields.optionalCode("due_precision", Deadline.Precision.self)
    guard (day == nil) == (precision == nil) else { throw .badValue("agreements.due_precision") }
    return Agreement(
      text: try fields.string("text"), span: try fields.span(),
      parties: try fields.strings("parties").map(Party.init(_:)), kind: try fields.code("kind", AgreementKind.self),
      strength: try fields.code("strength", Strength.self),
      domains: try fields.strings("domains").map(Domain.init(_:)),
      mutuality: try fields.code("mutuality", Mutuality.self),
      deadline: day.flatMap { day in precision.map { Deadline(date: day, precision: $0) } },
      amounts: try fields.objects("amounts") { (fields) throws(FieldProblem) in
        Amount(value: try fields.number("value"), currency: try fields.string("currency"))
      },
      instruments: try fields.strings("instruments"), speaker: try fields.optionalString("speaker"),
      evidence: Evidence(
        reasons: try fields.objects("evidence") { (fields) throws(FieldProblem) in
          Evidence.Reason(
            field: try fields.string("field"), rule: try fields.string("rule"), span: try fields.optionalSpan())
        }))
  }

  private static func version(_ fields: inout FieldReader) throws(FieldProblem) -> DocumentVersion {
    DocumentVersion(
      version: try fields.int("version"), replacedOn: try fields.string("replaced_on"),
      sha256: try fields.string("sha256"), title: try fields.optionalString("title"),
      publishedOn: try fields.date("published_on"), heldOn: try fields.date("held_on"),
      agreements: try fields.int("agreements"), text: try fields.string("text"))
  }
}

extension RecordDecoder {
  /// A line with one member, whose value is read by `read`.
  private static func connection<Record>(
    _ line: JSON, _ read: (inout FieldReader) throws(FieldProblem) -> Record
  ) throws(FieldProblem) -> Record {
    let key = line.members?.first?.key ?? ""
    var outer = try FieldReader(line, "line")
    var fields = try FieldReader(try outer.value(key), key)
    let record = try read(&fields)
    try fields.finish()
    try outer.finish()
    return record
  }

  private static func link(_ fields: inout FieldReader) throws(FieldProblem) -> LinkRecord {
    let documents = try two(try fields.list("documents", \.int), "link.documents")
    return LinkRecord(
      document: Int64(documents.0), other: Int64(documents.1), kind: try fields.code("kind", DocumentLink.self),
      confidence: try fields.number("confidence"))
  }

  private static func alignment(_ fields: inout FieldReader) throws(FieldProblem) -> AlignmentRecord {
    let agreements = try two(try fields.list("agreements", \.int), "alignment.agreements")
    return AlignmentRecord(
      agreement: Int64(agreements.0), other: Int64(agreements.1), score: try fields.number("score"))
  }

  private static func choice(_ fields: inout FieldReader) throws(FieldProblem) -> LinkChoice {
    let files = try two(try fields.strings("files"), "link_choice.files")
    return LinkChoice(file: files.0, other: files.1, kind: try fields.optionalCode("kind", DocumentLink.self))
  }

  private static func two<Element>(_ list: [Element], _ key: String) throws(FieldProblem) -> (Element, Element) {
    guard list.count == 2 else { throw .badValue(key) }
    return (list[0], list[1])
  }
}
