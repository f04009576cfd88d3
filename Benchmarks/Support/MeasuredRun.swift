import Foundation

/// What a process took, from its start to its end.
package struct MeasuredRun {
  /// Seconds by the clock.
  package let clock: Double
  /// Seconds of processor time, user and system.
  package let processor: Double
  /// The most memory it held at a time, in bytes.
  package let peak: Int

  /// Runs a command with its output thrown away.
  ///
  /// - Parameters:
  ///   - onOneCore: bound to the last core, for the time of one thread.
  ///   - input: the file that it reads from standard input.
  package init(_ command: [String], onOneCore: Bool = true, input: String? = nil) throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
    let binding = ["taskset", "-c", String(max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1))]
    let bound = (onOneCore ? binding : []) + command
    var arguments: [UnsafeMutablePointer<CChar>?] = bound.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let start = ContinuousClock.now
    var process: pid_t = 0
    guard posix_spawnp(&process, bound[0], &actions, nil, &arguments, environ) == 0 else {
      throw Failure(description: "\(bound[0]) does not start")
    }
    var status: Int32 = 0
    var usage = rusage()
    var peak = 0
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, Self.peak(of: process))
      usleep(5000)
    }
    guard status == 0 else {
      throw Failure(description: "\(command.joined(separator: " ")) failed (status \(status))")
    }
    clock = (ContinuousClock.now - start) / .seconds(1)
    processor = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    self.peak = peak
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The high-water mark that the kernel keeps of a living process. (That of `rusage` starts at what the parent
  /// held when it started the process, which says nothing of the process itself.)
  private static func peak(of process: pid_t) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes * 1024
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
