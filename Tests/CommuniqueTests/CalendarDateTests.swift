import Communique
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [("2022-06-07", 1), ("2024-02-29", 3), ("2000-01-01", 5), ("1953-11-04", 2)])
  func weekdayOfAKnownDay(_ iso: String, _ weekday: Int) {
    #expect(CalendarDate(iso: iso)?.weekday == weekday)
  }

  @Test(arguments: ["2023-02-29", "2022-13-01", "2022-00-10", "22-06-07", "2022-06-7", "2022/06/07", ""])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func addingDaysGoesThroughEveryDayOfFourCenturies() throws {
    var day = try #require(CalendarDate(iso: "1800-01-01"))
    let start = day.ordinal
    for count in 1...146_097 {
      let next = try #require(day.adding(days: 1))
      #expect(next > day && next.ordinal == start + count)
      day = next
    }
    #expect(day.description == "2200-01-01")
  }
}
