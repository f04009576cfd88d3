// swift-tools-version: 6.1
// kb: the knowledge base of what states promise each other.
//
// One direction: Communique ← Vocabulary ← Ingestion, and Communique ← Vocabulary ← TextAnalysis ← Concordance ←
// KnowledgeBase; Commands joins the two, `kb` starts it. See docs/contributing.md for where each thing lives.

import PackageDescription

let package = Package(
  name: "kb",
  products: [
    .executable(name: "kb", targets: ["kb"])
  ],
  targets: [
    // C libraries of the system (Debian packages are named in the README).
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),

    // Data that travels inside the binary: `#embed` in C, as arrays in Swift compile far too slowly.
    .target(
      name: "Schema", path: "Schema",
      exclude: ["0001-agreements.sql"]),
    .target(
      name: "VocabularyData", path: "Sources/Vocabulary/Data",
      exclude: [
        "countries.tsv", "domains.tsv", "domain-terms.tsv", "lexicon.tsv", "organisations.tsv",
        "word-classes.tsv", "verbs.tsv", "cues.tsv", "furniture.tsv", "calendar.tsv", "publishers.tsv",
        "currencies.tsv", "numbers.tsv", "deadlines.tsv", "details.tsv", "rule-words.tsv",
      ]),

    .target(name: "Communique"),
    // JSON values and a strict reader, without Foundation.
    .target(name: "JSONText"),
    .target(
      name: "Vocabulary", dependencies: ["Communique", "VocabularyData"], exclude: ["Data"]),
    // Decoders of file formats (libxml2, libarchive, GMime, libutf8proc, poppler's pdftotext), each loaded or started
    // when the first file needs it. Debian keeps libxml2's headers in a folder of their own.
    .target(name: "CReaders", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(
      name: "Ingestion", dependencies: ["Communique", "Vocabulary", "CReaders"],
      // The analysis reads the fields of its draft in every loop; a fifth of its time went into checking that.
      swiftSettings: [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
    .target(name: "SQLiteStore", dependencies: ["CSQLite"]),
    .target(name: "TextAnalysis", dependencies: ["Communique", "Vocabulary", "CSnowball"]),
    .target(name: "Concordance", dependencies: ["Communique", "Vocabulary", "TextAnalysis"]),
    .target(
      name: "KnowledgeBase",
      dependencies: ["Communique", "Vocabulary", "TextAnalysis", "Concordance", "SQLiteStore", "Schema"]),
    // libedit's interface is variadic C, out of Swift's reach: a shim of a few functions.
    // It loads libedit when a shell opens, so that nothing else waits for it.
    .target(name: "CLibEdit"),
    .target(
      name: "Commands",
      dependencies: ["Communique", "JSONText", "Vocabulary", "Ingestion", "Concordance", "KnowledgeBase", "CLibEdit"]),
    .executableTarget(
      name: "kb", dependencies: ["Commands"],
      // Half the size, and a quicker start: what nothing calls is left out, and nothing has to be relocated.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--gc-sections", "-Xlinker", "-s", "-Xclang-linker", "-no-pie"], .when(configuration: .release))
      ]),

    // Benchmarks are programs, never timed tests: see docs/contributing.md.
    .target(name: "BenchmarkSupport", dependencies: ["Vocabulary"], path: "Benchmarks/Support"),
    .executableTarget(name: "ingest-benchmark", dependencies: ["BenchmarkSupport"], path: "Benchmarks/Ingest"),
    .executableTarget(
      name: "extract-benchmark", dependencies: ["BenchmarkSupport", "CSQLite"], path: "Benchmarks/ExtractBenchmark"),
    .executableTarget(
      name: "search-benchmark", dependencies: ["Communique", "Vocabulary", "KnowledgeBase"], path: "Benchmarks/Search"),
    .executableTarget(
      name: "link-benchmark",
      dependencies: ["Communique", "Vocabulary", "TextAnalysis", "Concordance", "KnowledgeBase"],
      path: "Benchmarks/Linking"),

    // Mutated inputs for all that takes what others wrote: `make fuzz`.
    .target(
      name: "Fuzzing", dependencies: ["Communique", "Ingestion", "KnowledgeBase", "Commands"],
      path: "Tests/Fuzz/Targets"),
    .executableTarget(name: "kb-fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz/Mutated"),

    .testTarget(name: "CommuniqueTests", dependencies: ["Communique"]),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "KnowledgeBase", "Vocabulary", "Communique"]),
    // The real binary, piped and in a pseudo-terminal.
    .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal"),
    .testTarget(name: "EndToEndTests", dependencies: ["kb", "PseudoTerminal"], exclude: ["Golden"]),
    // What befalls a store: kills, full disks, crowds, damage.
    .testTarget(name: "FaultTests", dependencies: ["kb", "SQLiteStore"]),
    .testTarget(name: "SQLiteStoreTests", dependencies: ["SQLiteStore"]),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["KnowledgeBase", "Communique", "Vocabulary", "TextAnalysis", "Concordance", "SQLiteStore"],
      exclude: ["Data"]),
    .testTarget(
      name: "IngestionTests",
      dependencies: ["Communique", "Vocabulary", "Ingestion", "TextAnalysis", "Concordance"]),
    .testTarget(name: "ConcordanceTests", dependencies: ["Communique", "TextAnalysis", "Concordance"]),
    .testTarget(
      name: "ReaderTests", dependencies: ["Communique", "Ingestion", "CReaders"], exclude: ["Files", "make-files.py"]),
  ],
  swiftLanguageModes: [.v6]
)

// For libFuzzer, which only a build with `-sanitize=fuzzer` has: `make fuzz-guided`.
if Context.environment["KB_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "kb-fuzz-guided", dependencies: ["Fuzzing"], path: "Tests/Fuzz/Guided"))
}
