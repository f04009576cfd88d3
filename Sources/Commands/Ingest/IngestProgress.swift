import Communique
import Glibc

/// A moment of the clock that is never set.
enum Moment {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func seconds(since start: Double) -> Double { now - start }
}

/// The line that a terminal shows while files are read: how many of how many, agreements, rate, time left.
final class IngestProgress {
  private let context: Context
  private var files = 0
  private var start = Moment.now
  private var lastShown = 0.0
  private var isShown = false

  private static let secondsBetween = 0.1
  /// Fewer are done before anybody looks.
  private static let fewFiles = 20

  init(_ context: Context) { self.context = context }

  func start(files: Int) {
    self.files = files
    start = Moment.now
  }

  func show(_ tally: IngestTally) {
    guard context.errors.isTerminal, !context.isQuiet, files > Self.fewFiles else { return }
    let now = Moment.now
    guard now - lastShown >= Self.secondsBetween else { return }
    lastShown = now
    isShown = true
    write("\r\u{1B}[K" + line(tally, seconds: now - start))
  }

  /// Takes the line away, before anything else is printed.
  func clear() {
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  /// "1,200 of 15,000 files  26,000 agreements  540 files/s  26 s left"
  private func line(_ tally: IngestTally, seconds: Double) -> String {
    let language = context.language
    let words = Words.ingest
    var parts = [
      words.progress.text(
        language, Numbers.shown(tally.files, language), Words.result.files.text(language, files)),
      words.agreements.text(language, tally.agreements),
    ]
    if tally.files > 0, seconds >= 1 {
      let rate = Double(tally.files) / seconds
      parts.append(words.rate.text(language, Numbers.shown(Int(rate.rounded()), language)))
      parts.append(words.timeLeft.text(language, shown(seconds: Double(files - tally.files) / rate)))
    }
    return parts.joined(separator: "  ")
  }

  /// "26 s", "3 min 05 s"
  private func shown(seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded(.up))
    guard whole >= 60 else { return "\(whole) s" }
    return "\(whole / 60) min \(whole % 60 < 10 ? "0" : "")\(whole % 60) s"
  }

  private func write(_ text: String) {
    context.errors.write(text)
    context.errors.flush()
  }
}
