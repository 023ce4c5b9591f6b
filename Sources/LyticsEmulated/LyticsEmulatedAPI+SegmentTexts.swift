import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Says whether a text is FilterQL; the body is the text itself.
    static func validateSegment(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try text(exchange)
        return exchange.answer(.null)
    }

    /// How many people a text would reach; that the answer has the size alone is an assumption.
    static func sizeOfText(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(["size": .int(try text(exchange).size)])
    }

    /// How many people a segment reaches.
    static func sizeOfSegment(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try segment(inPathOf: exchange)
        let names = ["id", "name", "slug_name", "size"]
        return exchange.answer(.object(Object(members: row.filter { names.contains($0.key) })))
    }

    private static func text(_ exchange: Exchange) throws(Refusal) -> SegmentQL {
        let read = SegmentQL(String(decoding: exchange.request.body, as: UTF8.self))
        if let fault = read.fault { throw .bad("Failed parsing segment QL \(fault)") }
        return read
    }
}
