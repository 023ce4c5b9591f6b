import EmulatedKit
import Platforms

/// A stream of server-sent events that a request opened.
public struct EmulatorStream: Sendable {
    let api: any EmulatedAPI
    let request: EmulatedRequest
    /// The request's number in the log, where it ends with the stream.
    let entry: Int64
    /// What it tells next.
    var text = ""
    /// How many events were told.
    var sent = 0
    /// Whether all was told.
    var isOver = false
}

extension Emulator {
    /// A stream with what it tells next, as soon as there is something, or with a comment where it
    /// is silent for long; nil at its end.
    func next(of stream: EmulatorStream) async throws -> EmulatorStream? {
        var stream = stream
        while !stream.isOver {
            let seen = changes
            let part = events(of: stream)
            stream.sent += part.events.count
            stream.isOver = part.isOver
            stream.text = part.events.joined()
            if !stream.text.isEmpty { return stream }
            if part.isOver { break }
            await waitForChange(after: seen, atMost: options.heartbeat)
            try Task.checkCancellation()
            stream.text = ": nothing new\n\n"
            if changes == seen { return stream }
        }
        return nil
    }

    /// Ends a stream, and makes one answer of all that it tells from where it is.
    @discardableResult
    func close(_ stream: EmulatorStream, after response: EmulatedResponse) -> EmulatedResponse {
        log.end(stream.entry, status: response.status)
        let text = events(of: stream).events.joined()
        return EmulatedResponse(
            status: response.status,
            headers: response.headers + [(name: "Content-Type", value: "text/event-stream")],
            body: .text(text))
    }

    /// Ends a stream whose client sees no end of it.
    func cut(_ stream: EmulatorStream) { log.end(stream.entry, status: 0) }

    private func events(of stream: EmulatorStream) -> EmulatedEvents {
        stream.api.events(for: stream.request, sent: stream.sent, store, now: now)
    }
}
