import Communique
import KnowledgeBase
import Vocabulary

/// The jsonld export: one graph of documents (schema.org) and agreements, which are Web Annotations of them with the
/// words and their place. Its context is in it, so that nothing has to be fetched to read it.
///
/// Web Annotation counts places in Unicode code points; the UTF-8 offsets of the store are there as `kb:startByte`.
struct JSONLDWriter: RecordWriter {
  /// How much of the text stands before and after a quote, in code points.
  private static let surroundings = 32

  private var isFirst = true

  mutating func write(_ record: StoreRecord, to output: Output) {
    switch record {
    case .counts: output.write("{\"@context\":\(Self.context.line),\"@graph\":[")
    case .document(let document):
      write(Self.document(document), to: output)
      var places = CodePoints(document.communique.text)
      for (id, agreement) in zip(document.agreementIDs, document.communique.agreements) {
        write(Self.annotation(id, agreement, of: document.id, &places), to: output)
      }
    case .link(let link):
      let relation = link.kind == .version ? "kb:sameEvent" : "kb:sameText"
      write(
        .object([
          JSON.Member(key: "@id", value: .string(Self.document(link.document))),
          JSON.Member(key: relation, value: Self.reference(Self.document(link.other))),
        ]), to: output)
    case .alignment(let alignment):
      write(
        .object([
          "@id": .string(Self.agreement(alignment.agreement)),
          "kb:sameUndertaking": Self.reference(Self.agreement(alignment.other)),
        ]), to: output)
    // What a user said of files, not of documents.
    case .choice: break
    }
  }

  func finish(to output: Output) { output.write("\n]}\n") }

  private mutating func write(_ node: JSON, to output: Output) {
    output.write(isFirst ? "\n" : ",\n")
    output.write(node.line)
    isFirst = false
  }

  private static func document(_ id: Int64) -> String { "urn:kb:document:\(id)" }
  private static func agreement(_ id: Int64) -> String { "urn:kb:agreement:\(id)" }
  private static func reference(_ id: String) -> JSON { .object(["@id": .string(id)]) }

  private static let context = JSON.object([
    "@vocab": .string("https://schema.org/"),
    "oa": .string("http://www.w3.org/ns/oa#"),
    "xsd": .string("http://www.w3.org/2001/XMLSchema#"),
    "kb": .string("urn:kb:terms:"),
  ])
}

extension JSONLDWriter {
  private static func document(_ record: DocumentRecord) -> JSON {
    let communique = record.communique
    var members: [JSON.Member] = [
      .init(key: "@id", value: .string(document(record.id))), .init(key: "@type", value: .string("CreativeWork")),
      .init(key: "identifier", value: .string("sha256:" + record.sha256)),
      .init(key: "kb:file", value: .string(communique.file)),
    ]
    func add(_ key: String, _ value: String?) {
      if let value { members.append(.init(key: key, value: .string(value))) }
    }
    add("name", communique.title)
    add("inLanguage", communique.language?.rawValue)
    add("url", communique.url)
    add("kb:format", communique.format?.rawValue)
    if let publisher = communique.publisher {
      members.append(
        .init(key: "publisher", value: .object(["@type": .string("Organization"), "name": .string(publisher)])))
    }
    if let day = communique.publishedOn { members.append(.init(key: "datePublished", value: date(day))) }
    members.append(.init(key: "about", value: event(communique)))
    add("text", communique.text)
    return .object(members)
  }

  /// The meeting that it tells of.
  private static func event(_ communique: Communique) -> JSON {
    var members: [JSON.Member] = [.init(key: "@type", value: .string("Event"))]
    if let day = communique.heldOn { members.append(.init(key: "startDate", value: date(day))) }
    members.append(.init(key: "attendee", value: .array(communique.parties.map(party))))
    return .object(members)
  }

  private static func party(_ party: Party) -> JSON {
    .object([
      "@id": .string("urn:kb:party:" + escaped(party.rawValue)),
      "@type": .string(Names.isState(party) ? "Country" : "Organization"),
      "identifier": .string(party.rawValue), "name": .string(Names.label(party, in: .english)),
    ])
  }

  /// What cannot stand in an IRI, as its bytes.
  private static func escaped(_ code: String) -> String {
    var output = ""
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default: output += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return output
  }

  private static func date(_ date: CalendarDate) -> JSON {
    .object(["@type": .string("xsd:date"), "@value": .string(date.description)])
  }

  private static func annotation(
    _ id: Int64, _ agreement: Agreement, of document: Int64, _ places: inout CodePoints
  ) -> JSON {
    let (before, after) = places.around(agreement.span, count: surroundings)
    return .object([
      "@id": .string(self.agreement(id)),
      "@type": .string("oa:Annotation"),
      "oa:motivatedBy": reference("oa:classifying"),
      "oa:hasTarget": .object([
        "@type": .string("oa:SpecificResource"),
        "oa:hasSource": reference(self.document(document)),
        "oa:hasSelector": .array([
          .object([
            "@type": .string("oa:TextQuoteSelector"), "oa:exact": .string(agreement.text),
            "oa:prefix": .string(before), "oa:suffix": .string(after),
          ]),
          .object([
            "@type": .string("oa:TextPositionSelector"),
            "oa:start": .int(places.index(ofByte: agreement.span.lowerBound)),
            "oa:end": .int(places.index(ofByte: agreement.span.upperBound)),
            "kb:startByte": .int(agreement.span.lowerBound), "kb:endByte": .int(agreement.span.upperBound),
          ]),
        ]),
      ]),
      "oa:hasBody": body(agreement),
    ])
  }

  private static func body(_ agreement: Agreement) -> JSON {
    var members: [JSON.Member] = [
      .init(key: "@type", value: .string("kb:Agreement")),
      .init(key: "kb:party", value: .array(agreement.parties.map(party))),
      .init(key: "kb:domain", value: .strings(agreement.domains.map(\.rawValue))),
      .init(key: "kb:strength", value: .string(agreement.strength.rawValue)),
      .init(key: "kb:kind", value: .string(agreement.kind.rawValue)),
      .init(key: "kb:mutuality", value: .string(agreement.mutuality.rawValue)),
      .init(
        key: "kb:amount",
        value: .array(
          agreement.amounts.map {
            .object([
              "@type": .string("MonetaryAmount"), "value": .double($0.value), "currency": .string($0.currency),
            ])
          })),
      .init(key: "kb:instrument", value: .strings(agreement.instruments)),
    ]
    if let deadline = agreement.deadline {
      members.append(.init(key: "kb:dueOn", value: date(deadline.date)))
      members.append(.init(key: "kb:duePrecision", value: .string(deadline.precision.rawValue)))
    }
    if let speaker = agreement.speaker { members.append(.init(key: "kb:speaker", value: .string(speaker))) }
    return .object(members)
  }
}
