@preconcurrency import Glibc

/// Times of one thing done several times, in milliseconds.
struct Timing {
  private let sorted: [Double]

  init(_ times: [Double]) { sorted = times.sorted() }

  /// The time without what other programs took meanwhile.
  var best: Double { at(0) }
  var median: Double { at(0.5) }
  var p95: Double { at(0.95) }

  private func at(_ share: Double) -> Double {
    sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  static func of(_ count: Int, _ body: () throws -> Void) rethrows -> Timing {
    var times: [Double] = []
    for _ in 0..<count {
      let start = now
      try body()
      times.append(now - start)
    }
    return Timing(times)
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}

/// Runs a program to its end, its output thrown away; null where it is not installed.
func run(_ program: String, _ arguments: [String]) -> Int32? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var pointers = ([program] + arguments).map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  var child = pid_t()
  guard posix_spawnp(&child, program, &actions, nil, pointers, environ) == 0 else { return nil }
  var status: Int32 = 0
  waitpid(child, &status, 0)
  return (status >> 8) & 0xFF
}
