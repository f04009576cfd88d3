import Glibc

/// The process's environment variables; tests give their own.
struct Environment: Sendable {
  private let values: [String: String]?

  /// The real environment.
  init() { values = nil }

  init(_ values: [String: String]) { self.values = values }

  subscript(name: String) -> String? {
    if let values { return values[name] }
    return getenv(name).map { String(cString: $0) }
  }

  /// The value, unless it is unset or empty.
  func nonEmpty(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
