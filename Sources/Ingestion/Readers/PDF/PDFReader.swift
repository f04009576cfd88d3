import CReaders
import Communique
import Glibc

/// Reads a PDF by poppler's `pdftotext`, in a process of its own: PDFs are programs, and hostile ones are common.
///
/// The program gets the bytes as a file in memory, no environment, no shell, no file to write, and limits on its time
/// and memory.
struct PDFReader {
  let limits: ReadingLimits

  func read(_ input: FileInput) throws(ReadingError.Reason) -> SourceText {
    let markup = try layout(of: input.bytes)
    var layout = try PDFLayout(markup, limits: limits)
    guard layout.hasWords else { throw layout.pages.isEmpty ? .damaged("no pages") : .scannedPDF }
    RunningHeads.remove(from: &layout)
    let text = PDFText.write(layout)
    guard !text.text.isEmpty else { throw .noText }
    let title = layout.title.flatMap { EmbeddedTitle.credible($0, over: text.text) }
    return SourceText(
      file: input.file, text: text.text, format: .pdf, pages: text.pages,
      metadata: input.given.filled(from: SourceMetadata(title: title)))
  }

  /// The words with their places, as XHTML.
  private func layout(of bytes: [UInt8]) throws(ReadingError.Reason) -> [UInt8] {
    guard let program = Self.program else { throw .missingTool("pdftotext") }
    // Standard input is the file; by this name it can be opened, and read from any place.
    let words = ["pdftotext", "-bbox-layout", "-enc", "UTF-8", "/proc/self/fd/0", "-"]
    let arguments = words.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    var limits = program_limits(
      seconds: UInt32(self.limits.pdfSeconds), memory: self.limits.pdfMemoryBytes, output: self.limits.maxMarkupBytes)
    var result = program_result()
    let pointers = arguments.map { UnsafePointer($0) } + [nil]
    let status = program_run(program, pointers, bytes, bytes.count, &limits, &result)
    defer { program_free(result.output) }
    switch status {
    case reader_ok: break
    case reader_missing: throw .missingTool("pdftotext")
    case reader_timed_out: throw .timedOut(seconds: self.limits.pdfSeconds)
    case reader_too_large: throw .tooLarge(limit: self.limits.maxMarkupBytes)
    default: throw .outOfMemory
    }
    let message = withUnsafeBytes(of: result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard result.exit_code == 0 else { throw Self.reason(result.exit_code, message) }
    return Array(UnsafeBufferPointer(start: result.output, count: result.length))
  }

  private static func reason(_ code: CInt, _ message: String) -> ReadingError.Reason {
    let lower = Array(ASCII.lowercased(message).utf8)
    // 3: the author forbids taking text out of it.
    if code == 3 || ASCII.find("password", in: lower[...]) != nil || ASCII.find("encrypt", in: lower[...]) != nil {
      return .encrypted
    }
    if ASCII.find("memory", in: lower[...]) != nil { return .outOfMemory }
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    return .damaged(line.isEmpty ? "pdftotext: \(code)" : ASCII.oneLine(line))
  }

  /// Looked for on the PATH once; only absolute folders count.
  private static let program: String? = {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/pdftotext" }
      .first { access($0, X_OK) == 0 }
  }()
}
