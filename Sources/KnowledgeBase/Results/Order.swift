/// In which order matches come.
public enum Order: String, Sendable, CaseIterable {
  /// Newest first; undated last; within a day as they were stored, within a document as in its text.
  case date
  /// The words as typed before their other forms, those before the other language; within each, newest first.
  case relevance
}
