import Communique

/// One thing that an export holds, in the order of its cases: counts first, then every document, and what connects
/// them after all of them.
///
/// What is made from these (the index, counts, features of linking) and what a run remembers of this machine's files
/// is no part of it.
public enum StoreRecord: Sendable, Hashable {
  case counts(StoreCounts)
  case document(DocumentRecord)
  case link(LinkRecord)
  case alignment(AlignmentRecord)
  case choice(LinkChoice)
}

/// How many records of each kind follow: what is cut off shows.
public struct StoreCounts: Sendable, Hashable {
  public var documents: Int
  public var agreements: Int
  public var links: Int
  public var alignments: Int
  public var choices: Int

  public init(documents: Int = 0, agreements: Int = 0, links: Int = 0, alignments: Int = 0, choices: Int = 0) {
    self.documents = documents
    self.agreements = agreements
    self.links = links
    self.alignments = alignments
    self.choices = choices
  }
}

/// A document with its text, its agreements and its earlier versions.
public struct DocumentRecord: Sendable, Hashable {
  public var id: Int64
  /// Of its text's UTF-8, in hexadecimal.
  public var sha256: String
  public var communique: Communique
  /// One for each agreement.
  public var agreementIDs: [Int64]
  /// What newer versions replaced, the oldest first.
  public var history: [DocumentVersion]

  public init(
    id: Int64, sha256: String, communique: Communique, agreementIDs: [Int64], history: [DocumentVersion] = []
  ) {
    self.id = id
    self.sha256 = sha256
    self.communique = communique
    self.agreementIDs = agreementIDs
    self.history = history
  }
}

/// What a document was before a newer version replaced it.
public struct DocumentVersion: Sendable, Hashable {
  /// 1 is the oldest.
  public var version: Int
  /// ISO 8601, UTC, to the second.
  public var replacedOn: String
  /// Of its text's UTF-8, in hexadecimal.
  public var sha256: String
  public var title: String?
  public var publishedOn: CalendarDate?
  public var heldOn: CalendarDate?
  /// How many were found in it.
  public var agreements: Int
  public var text: String

  public init(
    version: Int, replacedOn: String, sha256: String, title: String? = nil, publishedOn: CalendarDate? = nil,
    heldOn: CalendarDate? = nil, agreements: Int, text: String
  ) {
    self.version = version
    self.replacedOn = replacedOn
    self.sha256 = sha256
    self.title = title
    self.publishedOn = publishedOn
    self.heldOn = heldOn
    self.agreements = agreements
    self.text = text
  }
}

/// Two documents that belong together, the lower id first.
public struct LinkRecord: Sendable, Hashable {
  public var document: Int64
  public var other: Int64
  public var kind: DocumentLink
  /// 0 … 1
  public var confidence: Double

  public init(document: Int64, other: Int64, kind: DocumentLink, confidence: Double) {
    self.document = document
    self.other = other
    self.kind = kind
    self.confidence = confidence
  }
}

/// Two agreements that are the same undertaking, the lower id first.
public struct AlignmentRecord: Sendable, Hashable {
  public var agreement: Int64
  public var other: Int64
  /// 0 … 1
  public var score: Double

  public init(agreement: Int64, other: Int64, score: Double) {
    self.agreement = agreement
    self.other = other
    self.score = score
  }
}

/// What a user said of two files, the name that sorts first by its bytes first.
public struct LinkChoice: Sendable, Hashable {
  public var file: String
  public var other: String
  /// Null: they do not belong together.
  public var kind: DocumentLink?

  public init(file: String, other: String, kind: DocumentLink?) {
    self.file = file
    self.other = other
    self.kind = kind
  }
}
