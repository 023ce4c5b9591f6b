import CLibYAML
import Foundation

/// What libyaml needs to go through files without making anything of them.
enum LibYAML {
    /// Reads every file first, then times the parsing alone, on this thread.
    static func secondsToParse(_ folder: URL) throws -> Double {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let texts = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
            .map { Array($0) }
        let clock = ContinuousClock()
        let start = clock.now
        var events = 0
        for text in texts { events += parse(text) }
        let seconds = start.duration(to: clock.now).inSeconds
        precondition(events > texts.count, "libyaml parses what the generator writes")
        return seconds
    }

    /// The number of events in one file.
    ///
    /// SAFETY: the parser and its events live in this call; the bytes outlive the parser.
    private static func parse(_ bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBufferPointer { input in
            var parser = unsafe yaml_parser_t()
            var event = unsafe yaml_event_t()
            unsafe yaml_parser_initialize(&parser)
            defer { unsafe yaml_parser_delete(&parser) }
            unsafe yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
            var count = 0
            while unsafe yaml_parser_parse(&parser, &event) == 1 {
                count += 1
                let isEnd = unsafe event.type == YAML_STREAM_END_EVENT
                unsafe yaml_event_delete(&event)
                if isEnd { break }
            }
            return count
        }
    }
}
