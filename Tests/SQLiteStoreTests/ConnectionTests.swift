import SQLiteStore
import Testing

@Suite struct ConnectionTests {
  @Test func libraryHasAVersion() { #expect(SQLiteLibrary.version.hasPrefix("3.")) }
}
