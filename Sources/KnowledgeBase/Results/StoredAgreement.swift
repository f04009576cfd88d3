import Communique

/// An agreement in the store, with the document that it stands in.
public struct StoredAgreement: Sendable, Hashable, Identifiable {
  public let id: Int64
  public let agreement: Agreement
  public let document: StoredDocument
  /// What matched the query: UTF-8 byte offsets into `agreement.text`, ascending, not touching; empty without words.
  public let highlights: [Range<Int>]
  /// Ids of the agreements of other documents that are the same undertaking, ascending: its other language, or the
  /// same text from another outlet.
  public let versions: [Int64]
}
