import CReaders

/// What a whole file may still unpack to, archives inside archives counted together.
final class UnpackingBudget {
  private(set) var unpacked = 0
  private(set) var members = 0
  private let packed: Int
  private let limits: ReadingLimits

  /// - Parameter packed: the size of the file on the disk.
  init(packed: Int, limits: ReadingLimits) {
    self.packed = packed
    self.limits = limits
  }

  func spend(_ bytes: Int) throws(ReadingError.Reason) {
    unpacked += bytes
    let isBomb = unpacked > limits.ratioGrace && unpacked / limits.maxRatio > packed
    if isBomb || unpacked > limits.maxUnpackedBytes { throw .bomb }
  }

  func countMember() throws(ReadingError.Reason) {
    members += 1
    if members > limits.maxMembers { throw .tooManyMembers(limit: limits.maxMembers) }
  }
}

/// The members of an archive, one after the other, from memory to memory: nothing is ever written to a disk.
final class ArchiveMembers {
  struct Member {
    /// As the archive has it; a label, never a path.
    var name: String?
    var isFile: Bool
    var isEncrypted: Bool
  }

  private let reader: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let budget: UnpackingBudget
  private let limits: ReadingLimits

  /// - Parameter isGzipAlone: one compressed file, which is no tar.
  init(
    _ content: [UInt8], isGzipAlone: Bool = false, budget: UnpackingBudget, limits: ReadingLimits
  ) throws(ReadingError.Reason) {
    var opened: OpaquePointer?
    var message = [CChar](repeating: 0, count: 256)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = copy.initialize(from: content)
    let status = archive_open_bytes(copy.baseAddress, copy.count, isGzipAlone ? 1 : 0, &opened, &message, message.count)
    guard status == reader_ok, let opened else {
      copy.deallocate()
      throw status == reader_missing ? .missingLibrary("libarchive") : .damaged(message.text)
    }
    reader = opened
    bytes = copy
    self.budget = budget
    self.limits = limits
  }

  deinit {
    archive_close(reader)
    bytes.deallocate()
  }

  /// Null after the last.
  func next() throws(ReadingError.Reason) -> Member? {
    var member = archive_member()
    var message = [CChar](repeating: 0, count: 256)
    switch archive_next(reader, &member, &message, message.count) {
    case reader_end: return nil
    case reader_ok: break
    default: throw .damaged(ASCII.oneLine(message.text))
    }
    try budget.countMember()
    return Member(
      name: member.name.map { String(cString: $0) }, isFile: member.is_file != 0, isEncrypted: member.is_encrypted != 0)
  }

  /// The bytes of the current member, up to a limit of its own.
  func content(atMost limit: Int) throws(ReadingError.Reason) -> [UInt8] {
    var output: [UInt8] = []
    var message = [CChar](repeating: 0, count: 256)
    while true {
      var count = 0
      var status = reader_ok
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        status = archive_bytes(reader, buffer.baseAddress, buffer.count, &count, &message, 256)
        initialized = count
      }
      guard status == reader_ok else {
        let text = ASCII.oneLine(message.text)
        let isLocked = ASCII.find("passphrase", in: Array(text.utf8)[...]) != nil
        throw isLocked ? .encrypted : .damaged(text)
      }
      if chunk.isEmpty { return output }
      try budget.spend(chunk.count)
      output += chunk
      if output.count > limit { throw .tooLarge(limit: limit) }
    }
  }

  /// Some members by name, as office files are read; the others are passed over.
  func contents(of names: Set<String>, atMost limit: Int) throws(ReadingError.Reason) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    while let member = try next() {
      guard let name = member.name, names.contains(name), found[name] == nil else { continue }
      if member.isEncrypted { throw .encrypted }
      found[name] = try content(atMost: limit)
    }
    return found
  }
}
