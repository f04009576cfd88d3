import Foundation
import Synchronization
import Testing

/// Two that write and four that read, all at once: nobody meets an error, nothing is lost.
///
/// `make test-contention` goes on for a minute.
@Suite struct ContentionTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func twoWritersAndFourReadersDoNotDisturbOneAnother() throws {
    let crowd = Crowd(folder, seconds: Double(Settings.number("KB_SECONDS", or: 3)))
    try Texts.write(3, to: "first", in: folder)
    #expect(try folder.kb("ingest", "first").status == 0)
    for writer in 1...2 { crowd.add { try crowd.write(writer) } }
    for question in [
      ["query", "railway", "--count"], ["documents", "--format", "jsonl"], ["facets", "domain,country"], ["export"],
    ] {
      crowd.add { try crowd.ask(question) }
    }
    #expect(crowd.problems() == [])
    let documents = try folder.kb("documents", "--format", "jsonl").output.split(separator: "\n").count
    #expect(documents == 3 + crowd.written)
    let checkup = try folder.kb("doctor")
    #expect(checkup.status == 0, "\(checkup)")
  }
}

/// Threads of their own that run the program again and again: those of Swift's concurrency are too few to wait in.
private final class Crowd: @unchecked Sendable {
  private struct State {
    var problems: [String] = []
    var written = 0
  }

  // Threads read nothing of it but its paths.
  private let folder: Folder
  private let end: Date
  private let state = Mutex(State())
  private let group = DispatchGroup()

  init(_ folder: Folder, seconds: Double) {
    self.folder = folder
    end = Date().addingTimeInterval(seconds)
  }

  /// Documents that writers stored.
  var written: Int { state.withLock { $0.written } }

  func add(_ body: @escaping @Sendable () throws -> String?) {
    group.enter()
    Thread.detachNewThread {
      let problem: String?
      do { problem = try body() } catch { problem = "\(error)" }
      if let problem { self.state.withLock { $0.problems.append(problem) } }
      self.group.leave()
    }
  }

  /// What went wrong, when all have come to their end.
  func problems() -> [String] {
    group.wait()
    return state.withLock { $0.problems }
  }

  func write(_ writer: Int) throws -> String? {
    var round = 0
    repeat {
      round += 1
      let name = "writer\(writer)-\(round)"
      try Texts.write(5, from: writer * 1_000_000 + round * 5, to: name, in: folder)
      let result = try folder.kb("ingest", name)
      guard result.status == 0 else { return "\(result)" }
      state.withLock { $0.written += 5 }
    } while Date() < end
    return nil
  }

  func ask(_ question: [String]) throws -> String? {
    var last = 0
    repeat {
      let result = try Program(question, in: folder).wait()
      guard result.status == 0, result.errors.isEmpty else { return "\(question): \(result)" }
      // What was there once does not go away.
      guard question[0] != "facets" else { continue }
      guard result.output.utf8.count >= last else { return "\(question): less than before" }
      last = result.output.utf8.count
    } while Date() < end
    return nil
  }
}
