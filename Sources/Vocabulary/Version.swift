/// Which vocabulary this is, so that a store can tell that it was made with another.
public enum VocabularyVersion {
  /// A hash (FNV-1a, 64 bits, in hexadecimal) over all vocabulary files: it changes with any word of them.
  public static var current: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in Table.File.allCases {
      for byte in Table(file).bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }
}
