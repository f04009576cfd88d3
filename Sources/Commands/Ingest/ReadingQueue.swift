import KnowledgeBase

/// Files on their way through the workers, whose results come out in the order of the files: so ids do not depend on
/// how many workers there are.
///
/// Workers take portions of consecutive files. What they made of them waits here, within a bound of bytes; only who
/// has the portion that is due next may go beyond it, so that nobody waits for anybody in a circle.
final class ReadingQueue: Sendable {
  private struct State {
    var nextPortion = 0
    /// The portion whose results are due.
    var due = 0
    /// Results by portion; those of the due one are taken as they come.
    var waiting: [Int: [ReadFile]] = [:]
    var finished: Set<Int> = []
    var bytes = 0
    var isStopped = false
    var workers = 0
    var isUnbounded = false
  }

  private let paths: [String]
  private let portion: Int
  private let portions: Int
  private let state = Monitor(State())

  /// Of texts that wait to be stored.
  private static let mostBytes = 4 << 20
  private static let mostFilesOfPortion = 32

  init(_ paths: [String], jobs: Int) {
    self.paths = paths
    portion = max(1, min(Self.mostFilesOfPortion, paths.count / (jobs * 4)))
    portions = (paths.count + portion - 1) / portion
  }

  /// What each worker's thread does until there is nothing left, or it is stopped.
  func work(_ worker: FileWorker) {
    state.change { $0.workers += 1 }
    defer { state.change { $0.workers -= 1 } }
    while let number = takePortion() {
      for path in paths[number * portion..<min(paths.count, (number + 1) * portion)] {
        worker.read(path) { handOn($0, of: number) }
        if state.change({ $0.isStopped }) { return }
      }
      state.change { _ = $0.finished.insert(number) }
    }
  }

  private func takePortion() -> Int? {
    state.change { state in
      guard !state.isStopped, state.nextPortion < portions else { return nil }
      defer { state.nextPortion += 1 }
      return state.nextPortion
    }
  }

  private func handOn(_ file: ReadFile, of number: Int) {
    state.wait { state -> Void? in
      guard state.isStopped || state.isUnbounded || number == state.due || state.bytes < Self.mostBytes else {
        return nil
      }
      state.waiting[number, default: []].append(file)
      state.bytes += file.bytes
      return ()
    }
  }

  enum Delivery {
    /// What is due, in the order of the files.
    case files([ReadFile])
    /// Nothing came within the time.
    case nothing
    case end
  }

  /// Waits for what is due, for at most so many milliseconds.
  func next(milliseconds: Int) -> Delivery {
    state.wait(milliseconds: milliseconds) { state -> Delivery? in
      if state.due == portions { return .end }
      let files = state.waiting.removeValue(forKey: state.due) ?? []
      for file in files { state.bytes -= file.bytes }
      let isFinished = state.finished.remove(state.due) != nil
      if isFinished { state.due += 1 }
      return files.isEmpty && !isFinished ? nil : .files(files)
    } ?? .nothing
  }

  /// For where one thread does everything: there is nobody to wait for.
  func liftBound() { state.change { $0.isUnbounded = true } }

  /// Lets the workers end after the file that they are at, and waits for them at most so long: one may wait for a
  /// standard input that never comes.
  func stop(milliseconds: Int) {
    state.change { $0.isStopped = true }
    _ = state.wait(milliseconds: milliseconds) { $0.workers == 0 ? () : nil }
  }
}
