import Foundation

/// The agreements that a careful reader found in a communiqué: `Tests/Golden/reference/NAME.gold.json`.
struct Reference: Decodable {
  struct Agreement: Decodable {
    let text: String
    let parties: [String]
    let kind: String
    let strength: String
    let domains: [String]
  }

  let language: String
  let publishedOn: String?
  let heldOn: String?
  let agreements: [Agreement]

  /// The agreements' date.
  var date: String? { heldOn ?? publishedOn }

  static func named(_ name: String) throws -> Reference {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Reference.self, from: Data(contentsOf: referenceFolder.appending(path: name + ".gold.json")))
  }
}
