import CLibEdit
import Communique
import Glibc

/// Where the shell's lines come from.
protocol LineSource: AnyObject {
  func next(prompt: String) -> InputLine
  /// What Up and Ctrl-R find; the newest last.
  func setHistory(_ entries: [String])
}

enum InputLine: Sendable, Hashable {
  case line(String)
  /// Ctrl-C: the line was given up.
  case interrupted
  case end
}

/// Lines of a pipe or a file, or of a terminal that cannot move its cursor.
final class PlainLines: LineSource {
  private let descriptor: CInt
  private let prompts: Output?
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// `prompts` is where the prompt is shown; nowhere for a pipe.
  init(descriptor: CInt = 0, prompts: Output?) {
    self.descriptor = descriptor
    self.prompts = prompts
  }

  func next(prompt: String) -> InputLine {
    prompts?.write(prompt)
    prompts?.flush()
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = text(pending[..<end])
        pending.removeFirst(end + 1)
        return .line(line)
      }
      if isAtEnd {
        guard !pending.isEmpty else { return .end }
        defer { pending = [] }
        return .line(text(pending[...]))
      }
      readMore()
    }
  }

  func setHistory(_ entries: [String]) {}

  private func readMore() {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      pending.append(contentsOf: buffer[..<count])
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}

/// Lines edited at a terminal, by libedit.
final class EditedLines: LineSource {
  /// Given the line up to the cursor: what to put in, what to list.
  typealias Completer = (String) -> Completion.Answer

  private var editor: OpaquePointer?
  private let completer: Completer

  /// Null where the terminal cannot be used.
  init?(completer: @escaping Completer) {
    self.completer = completer
    _ = line_editor_prepare_locale()
    let context = Unmanaged.passUnretained(self).toOpaque()
    editor = line_editor_open(
      "kb",
      { editor, line, length, context in
        guard let editor, let line, let context else { return }
        let source = Unmanaged<EditedLines>.fromOpaque(context).takeUnretainedValue()
        let bytes = UnsafeRawBufferPointer(start: line, count: length)
        source.complete(String(decoding: bytes, as: UTF8.self), in: editor)
      }, context)
    if editor == nil { return nil }
  }

  deinit { line_editor_close(editor) }

  func next(prompt: String) -> InputLine {
    var result = line_editor_failed
    guard let line = line_editor_read(editor, prompt, &result) else {
      return result == line_editor_interrupted ? .interrupted : .end
    }
    return .line(String(cString: line))
  }

  func setHistory(_ entries: [String]) {
    var pointers: [UnsafePointer<CChar>?] = entries.map { UnsafePointer(strdup($0)) }
    line_editor_set_history(editor, &pointers, entries.count)
    for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) }
  }

  private func complete(_ line: String, in editor: OpaquePointer) {
    let answer = completer(line)
    if answer.replaced > 0 || !answer.inserted.isEmpty {
      line_editor_replace(editor, CInt(answer.replaced), answer.inserted)
    }
    if !answer.list.isEmpty { line_editor_list(editor, answer.list) }
  }
}
