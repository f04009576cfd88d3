import JSONText
import Testing

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("\t[ ]\r\n", .array([])), ("{}", .object([])),
      ("0", .int(0)), ("-0", .int(0)), ("-17", .int(-17)), ("9223372036854775807", .int(.max)),
      ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.50", .double(1.5)), ("-2e-3", .double(-0.002)),
      ("25E6", .double(25_000_000)),
      (#""""#, .string("")), (#""énergie""#, .string("énergie")),
      (#""a\"\\\/\b\f\n\r\tz""#, .string("a\"\\/\u{8}\u{C}\n\r\tz")),
      (#""\u00e9\u20AC\ud83D\uDE00""#, .string("é€😀")), (#""\u0000""#, .string("\0")),
      (
        #"[1, "a", [null], {"b": false}]"#,
        .array([.int(1), .string("a"), .array([.null]), .object(["b": .bool(false)])])
      ),
      (#"{"b":1,"a":{"b":2}}"#, .object(["b": .int(1), "a": .object(["b": .int(2)])])),
    ] as [(String, JSON)])
  func readsWhatIsJSON(_ text: String, _ value: JSON) throws {
    #expect(try JSONReader.value(of: text) == value)
  }

  @Test(
    arguments: [
      ("", .end, 0), ("  ", .end, 2), ("[1,", .end, 3), ("{\"a\"", .end, 4), ("\"abc", .end, 4), ("\"\\", .end, 2),
      ("\"\\u12", .end, 5), ("-", .end, 1), ("1.", .end, 2), ("1e+", .end, 3), ("tru", .end, 3),
      ("nil", .byte, 1), ("[1,]", .byte, 3), ("{,}", .byte, 1), ("{a:1}", .byte, 1), ("{\"a\" 1}", .byte, 5),
      ("[1 2]", .byte, 3), ("'a'", .byte, 0), ("+1", .byte, 0), (".5", .byte, 0), ("NaN", .byte, 0),
      ("// a", .byte, 0), ("\u{FEFF}1", .byte, 0),
      ("\"a\nb\"", .control, 2), ("\"\\x\"", .escape, 1), ("\"\\u12g4\"", .escape, 1), ("\"\\ud800\"", .escape, 1),
      ("\"\\ud800\\n\"", .escape, 1), ("\"\\ud800\\ud800\"", .escape, 1), ("\"\\udc00\"", .escape, 1),
      ("1.x", .number, 2), ("-a", .number, 1), ("1e999", .number, 0),
      ("{\"a\":1,\"a\":2}", .repeated, 7), ("1 2", .trailing, 2), ("01", .trailing, 1), ("{}}", .trailing, 2),
    ] as [(String, JSONReader.Failure.Reason, Int)])
  func saysWhereAndWhyATextIsNone(_ text: String, _ reason: JSONReader.Failure.Reason, _ offset: Int) {
    let error = #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: text) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test(arguments: [[0xC3, 0x28], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func bytesThatAreNoUTF8AreRefused(_ bytes: [UInt8]) {
    for middle in [bytes, Array("\\n".utf8) + bytes] {
      let text = [0x22] + middle + [0x22]
      let error = #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: text) }
      #expect(error?.reason == .notUTF8)
    }
  }

  @Test func nestingHasALimit() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(throws: Never.self) { try JSONReader.value(of: nested(64)) }
    #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: nested(65)) }
    #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: nested(1_000_000)) }
    let objects = String(repeating: "{\"a\":", count: 5)
    let error = #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: objects, maximumDepth: 4) }
    #expect(error?.reason == .tooDeep)
  }

  @Test func valuesAreAskedByKind() throws {
    let value = try JSONReader.value(of: #"{"s":"x","i":3,"d":0.5,"b":true,"a":[1],"n":null}"#)
    #expect(value["s"].string == "x" && value["i"].int == 3 && value["i"].number == 3 && value["d"].number == 0.5)
    #expect(value["d"].int == nil && value["b"].bool == true && value["a"].elements == [.int(1)])
    #expect(value["n"] == .null && value["missing"] == .null && value.members?.count == 6 && value["s"].int == nil)
  }
}
