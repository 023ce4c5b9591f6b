import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// A list as it is asked for in pages.
    struct Listing {
        /// What it lists, of which its cursors are.
        var name: String
        /// The shape of its rows.
        var shape: TenexShape
        /// The rows in the order of their numbers.
        var rows: [Object]
        /// Whether the numbers go down.
        var isNewestFirst = false
        /// Whether its pages say how many rows there are.
        var hasTotal = true
    }
}

extension TenexEmulatedAPI.Exchange {
    /// One page of a list, from the query's `limit` and `cursor`.
    func page(
        _ listing: TenexEmulatedAPI.Listing
    ) throws(TenexEmulatedAPI.Refusal) -> EmulatedResponse {
        let limit = try limit()
        var rest = listing.rows[...]
        if let last = try position(in: listing) {
            rest = rest.drop { listing.isNewestFirst ? $0.ordinal >= last : $0.ordinal <= last }
        }
        let page = rest.prefix(limit)
        let hasMore = rest.count > page.count
        var body: Object = ["items": shown(page, as: listing.shape), "next_cursor": .null]
        if hasMore, let last = page.last {
            body["next_cursor"] = .text(Self.cursor(at: last.ordinal, in: listing.name))
        }
        if listing.hasTotal { body["total"] = .int(Int64(listing.rows.count)) }
        return .plain(.object(body))
    }

    /// All of a list as a bare array.
    func bare(_ listing: TenexEmulatedAPI.Listing) -> EmulatedResponse {
        .plain(shown(listing.rows[...], as: listing.shape))
    }

    private func shown(_ rows: ArraySlice<Object>, as shape: TenexShape) -> Value {
        .list(rows.map { api.wire(.object($0.visible), as: shape) })
    }

    private func limit() throws(TenexEmulatedAPI.Refusal) -> Int {
        guard let text = request.query("limit") else { return 50 }
        guard let limit = Int(text) else {
            throw wrong("limit", "Input should be a valid integer", "int_parsing")
        }
        guard limit >= 1 else {
            throw wrong(
                "limit", "Input should be greater than or equal to 1", "greater_than_equal")
        }
        if limit > 200, store.isOn(.strictLimit) {
            throw wrong("limit", "Input should be less than or equal to 200", "less_than_equal")
        }
        return min(limit, 200)
    }

    /// The number of the last row that was shown.
    private func position(
        in listing: TenexEmulatedAPI.Listing
    ) throws(TenexEmulatedAPI.Refusal) -> Int64? {
        guard let cursor = request.query("cursor"), !cursor.isEmpty else { return nil }
        let digits = cursor.dropFirst(Self.mark(of: listing.name).count).dropLast(2)
        guard let number = Int64(digits, radix: 36),
            Self.cursor(at: number, in: listing.name) == cursor
        else { throw wrong("cursor", "Invalid or expired cursor", "value_error") }
        return number
    }

    /// An opaque text; it has what must be encoded in a query: `+`, `/` and `=`.
    private static func cursor(at number: Int64, in list: String) -> String {
        mark(of: list) + String(number, radix: 36) + "=="
    }

    private static func mark(of list: String) -> String {
        "eyJ\(list.identifierDigits.prefix(6))+/"
    }
}
