// swift-tools-version: 6.1
// kb: the knowledge base of what states promise each other.
//
// One direction: Communique ← Vocabulary ← Ingestion, and Communique ← Vocabulary ← KnowledgeBase;
// Commands joins the two, `kb` starts it. See docs/contributing.md for where each thing lives.

import PackageDescription

let package = Package(
  name: "kb",
  products: [
    .executable(name: "kb", targets: ["kb"])
  ],
  targets: [
    // C libraries of the system (Debian packages are named in the README).
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),

    // Data that travels inside the binary: `#embed` in C, as arrays in Swift compile far too slowly.
    .target(
      name: "Schema", path: "Schema",
      exclude: ["0001-agreements.sql"]),
    .target(
      name: "VocabularyData", path: "Sources/Vocabulary/Data",
      exclude: [
        "countries.tsv", "domains.tsv", "domain-terms.tsv", "lexicon.tsv", "organisations.tsv",
      ]),

    .target(name: "Communique"),
    .target(
      name: "Vocabulary", dependencies: ["Communique", "VocabularyData"], exclude: ["Data"]),
    .target(name: "Ingestion", dependencies: ["Communique", "Vocabulary"]),
    .target(name: "SQLiteStore", dependencies: ["CSQLite"]),
    .target(
      name: "KnowledgeBase",
      dependencies: ["Communique", "Vocabulary", "SQLiteStore", "Schema", "CSnowball"]),
    .target(name: "Commands", dependencies: ["Communique", "Vocabulary", "Ingestion", "KnowledgeBase"]),
    .executableTarget(name: "kb", dependencies: ["Commands"]),

    // Benchmarks are programs, never timed tests.
    .executableTarget(
      name: "search-benchmark", dependencies: ["Communique", "Vocabulary", "KnowledgeBase"], path: "Benchmarks/Search"),

    .testTarget(name: "CommuniqueTests", dependencies: ["Communique"]),
    .testTarget(name: "SQLiteStoreTests", dependencies: ["SQLiteStore"]),
    .testTarget(
      name: "KnowledgeBaseTests", dependencies: ["KnowledgeBase", "Communique", "Vocabulary", "SQLiteStore"],
      exclude: ["Data"]),
  ],
  swiftLanguageModes: [.v6]
)
