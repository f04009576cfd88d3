/// Folding: the form of a text in which case, accents and typographic variants make no difference.
///
/// "L’Énergie" and "l'energie" fold alike. Latin letters lose their marks (é → e, œ → oe, ß → ss), combining
/// marks and soft hyphens vanish, every apostrophe becomes `'`, every dash and non-breaking hyphen `-`, every
/// no-break space a blank. Greek, Cyrillic and Armenian capitals become small, as in the search index; other letters stay
/// as they are.
public enum Folding {
  /// The folded form of a text.
  public static func folded(_ text: some StringProtocol) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var copy = String(text)
    copy.withUTF8 { append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the folded form of UTF-8 bytes to `output`. Bytes that are no UTF-8 are copied as they are.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        index += appendWide(bytes, at: index, to: &output)
      }
    }
  }

  /// Folds the character that starts with the non-ASCII byte at `index`; gives its length in bytes.
  package static func appendWide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
    let (scalar, length) = decode(bytes, at: index)
    switch scalar {
    case 0xC0..<0x250: appendPair(latin, Int(scalar - 0xC0), bytes, index, length, to: &output)
    case 0x1E00..<0x1F00: appendPair(latinAdditional, Int(scalar - 0x1E00), bytes, index, length, to: &output)
    case 0x300..<0x370, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: break
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xB4: output.append(UInt8(ascii: "'"))
    case 0x2010...0x2015, 0x2212: output.append(UInt8(ascii: "-"))
    case 0xA0, 0x2000...0x200A, 0x202F: output.append(UInt8(ascii: " "))
    case 0x370..<0x590, 0x1F00..<0x2000: appendSmall(scalar, to: &output)
    default: output.append(contentsOf: bytes[index..<index + length])
    }
    return length
  }

  private static func appendSmall(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    // Of the few that become two letters, none becomes a small one of its own.
    let folded = small.count == 1 ? small[small.startIndex] : scalar
    output.append(contentsOf: String(folded).utf8)
  }

  /// The scalar at `index` and its length in bytes; a malformed byte stands for itself, with length 1.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    func continuation(_ offset: Int) -> UInt32? {
      guard index + offset < bytes.count, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[index + offset] & 0x3F)
    }
    if first & 0xE0 == 0xC0, let a = continuation(1) { return ((first & 0x1F) << 6 | a, 2) }
    if first & 0xF0 == 0xE0, let a = continuation(1), let b = continuation(2) {
      return ((first & 0x0F) << 12 | a << 6 | b, 3)
    }
    if first & 0xF8 == 0xF0, let a = continuation(1), let b = continuation(2), let c = continuation(3) {
      return ((first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    }
    return (first, 1)
  }

  private static func appendPair(
    _ table: StaticString, _ position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int,
    to output: inout [UInt8]
  ) {
    let first = table.utf8Start[position * 2]
    let second = table.utf8Start[position * 2 + 1]
    guard first != UInt8(ascii: "_") else { return output.append(contentsOf: bytes[index..<index + length]) }
    output.append(first)
    if second != UInt8(ascii: "_") { output.append(second) }
  }

  // Two places a character, `_` for none, from the compatibility decompositions of the Unicode Character
  // Database with the letters that have none (æ, ø, đ, ł, ß …) added.

  /// U+00C0 … U+024F.
  private static let latin: StaticString = """
    a_a_a_a_a_a_aec_e_e_e_e_i_i_i_i_d_n_o_o_o_o_o___o_u_u_u_u_y_thssa_a_a_a_a_a_aec_e_e_e_e_i_i_i_i_d_n_\
    o_o_o_o_o___o_u_u_u_u_y_thy_a_a_a_a_a_a_c_c_c_c_c_c_c_c_d_d_d_d_e_e_e_e_e_e_e_e_e_e_g_g_g_g_g_g_g_g_\
    h_h_h_h_i_i_i_i_i_i_i_i_i_i_ijijj_j_k_k_k_l_l_l_l_l_l_l_l_l_l_n_n_n_n_n_n_n_ngngo_o_o_o_o_o_oeoer_r_\
    r_r_r_r_s_s_s_s_s_s_s_s_t_t_t_t_t_t_u_u_u_u_u_u_u_u_u_u_u_u_w_w_y_y_y_z_z_z_z_z_z_s_________________\
    ______________a_____f___________________________o_o___________________________u_u___________________\
    ____________________dzdzdzljljljnjnjnja_a_i_i_o_o_u_u_u_u_u_u_u_u_u_u___a_a_a_a_________g_g_k_k_o_o_\
    o_o_____j_dzdzdzg_g_____n_n_a_a_________a_a_a_a_e_e_e_e_i_i_i_i_o_o_o_o_r_r_r_r_u_u_u_u_s_s_t_t_____\
    h_h_____________a_a_e_e_o_o_o_o_o_o_o_o_y_y_________________________________________________________
    """

  /// U+1E00 … U+1EFF.
  private static let latinAdditional: StaticString = """
    a_a_b_b_b_b_b_b_c_c_d_d_d_d_d_d_d_d_d_d_e_e_e_e_e_e_e_e_e_e_f_f_g_g_h_h_h_h_h_h_h_h_h_h_i_i_i_i_k_k_\
    k_k_k_k_l_l_l_l_l_l_l_l_m_m_m_m_m_m_n_n_n_n_n_n_n_n_o_o_o_o_o_o_o_o_p_p_p_p_r_r_r_r_r_r_r_r_s_s_s_s_\
    s_s_s_s_s_s_t_t_t_t_t_t_t_t_u_u_u_u_u_u_u_u_u_u_v_v_v_v_w_w_w_w_w_w_w_w_w_w_x_x_x_x_y_y_z_z_z_z_z_z_\
    h_t_w_y_a_s_____ss__a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_a_e_e_e_e_e_e_e_e_e_e_e_e_e_e_e_e_\
    i_i_i_i_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_o_u_u_u_u_u_u_u_u_u_u_u_u_u_u_y_y_y_y_y_y_y_y_\
    ____________
    """
}
