enum JSONFormat {
  /// One value for everything.
  static func write(_ listing: Listing, to page: Page) {
    page.output.write(json: listing.wrap(listing.rows.map(\.json)))
  }

  /// One object a line.
  static func writeLines(_ listing: Listing, to page: Page) {
    for row in listing.rows { page.output.write(json: row.json) }
  }
}
