import CLibYAML

/// libyaml's events, one at a time, over bytes that outlive it.
///
/// SAFETY: the parser is allocated here and freed in `deinit`; the event's memory is freed before
/// the next one is asked for; bytes behind pointers are used before `advance` is called again.
/// The creator keeps the input alive (`withUnsafeBufferPointer`) as long as the stream lives.
@safe struct EventStream: ~Copyable {
    /// What an event says.
    enum Kind {
        case documentStart, documentEnd, alias, scalar, listStart, listEnd, mapStart, mapEnd, end
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    /// What the current event says.
    private(set) var kind: Kind = .end
    private var marks: MarkMap

    /// Reads bytes that hold nothing but valid UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isPlainASCII: Bool) {
        unsafe parser = .allocate(capacity: 1)
        unsafe event = .allocate(capacity: 1)
        unsafe event.initialize(to: yaml_event_t())
        unsafe parser.initialize(to: yaml_parser_t())
        unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        marks = unsafe MarkMap(bytes, isPlainASCII: isPlainASCII)
        let start = marks.firstByte
        unsafe yaml_parser_set_input_string(
            parser, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
    }

    deinit {
        unsafe yaml_event_delete(event)
        unsafe yaml_parser_delete(parser)
        unsafe event.deallocate()
        unsafe parser.deallocate()
    }

    /// Goes to the next event; false on a syntax error.
    mutating func advance() -> Bool {
        unsafe yaml_event_delete(event)
        guard unsafe yaml_parser_parse(parser, event) == 1 else { return false }
        switch unsafe event.pointee.type {
        case YAML_SCALAR_EVENT: kind = .scalar
        case YAML_MAPPING_START_EVENT: kind = .mapStart
        case YAML_MAPPING_END_EVENT: kind = .mapEnd
        case YAML_SEQUENCE_START_EVENT: kind = .listStart
        case YAML_SEQUENCE_END_EVENT: kind = .listEnd
        case YAML_ALIAS_EVENT: kind = .alias
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_STREAM_START_EVENT: return advance()
        default: kind = .end
        }
        return true
    }

    /// The offset of the event's first byte, anchor and tag included.
    mutating func start() -> Int { unsafe marks.byte(of: event.pointee.start_mark.index) }

    /// The offset behind the event's last byte.
    mutating func end() -> Int { unsafe marks.byte(of: event.pointee.end_mark.index) }

    /// How the current scalar was written.
    var scalarStyle: Node.Style {
        switch unsafe event.pointee.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    /// Whether the current list or map was written with brackets or braces.
    var isFlow: Bool {
        if kind == .mapStart {
            unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        } else {
            unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        }
    }

    /// Calls a closure with the bytes of the current scalar's text.
    func withScalar<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let start = unsafe event.pointee.data.scalar.value
        let count = unsafe event.pointee.data.scalar.length
        let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
        return unsafe body(bytes.span)
    }

    /// The text of the current scalar.
    var text: String {
        let start = unsafe event.pointee.data.scalar.value
        let count = unsafe event.pointee.data.scalar.length
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Whether an anchor or a tag stands before the current node.
    var hasProperties: Bool {
        switch kind {
        case .scalar:
            unsafe event.pointee.data.scalar.anchor != nil || event.pointee.data.scalar.tag != nil
        case .mapStart:
            unsafe event.pointee.data.mapping_start.anchor != nil
                || event.pointee.data.mapping_start.tag != nil
        case .listStart:
            unsafe event.pointee.data.sequence_start.anchor != nil
                || event.pointee.data.sequence_start.tag != nil
        default: false
        }
    }

    /// The name behind `&`, or behind `*` for an alias.
    var anchor: String? {
        switch kind {
        case .scalar: unsafe string(event.pointee.data.scalar.anchor)
        case .mapStart: unsafe string(event.pointee.data.mapping_start.anchor)
        case .listStart: unsafe string(event.pointee.data.sequence_start.anchor)
        case .alias: unsafe string(event.pointee.data.alias.anchor)
        default: nil
        }
    }

    /// The tag with its handle written out.
    var tag: String? {
        switch kind {
        case .scalar: unsafe string(event.pointee.data.scalar.tag)
        case .mapStart: unsafe string(event.pointee.data.mapping_start.tag)
        case .listStart: unsafe string(event.pointee.data.sequence_start.tag)
        default: nil
        }
    }

    /// What libyaml says about the bytes it could not read.
    mutating func problem() -> SyntaxProblem {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
        let place = unsafe marks.byte(of: parser.pointee.problem_mark.index)
        let start = unsafe marks.byte(of: parser.pointee.context_mark.index)
        return SyntaxProblem(
            problem: problem ?? "unreadable text", context: context ?? "", at: place,
            contextStart: context == nil ? nil : start)
    }

    private func string(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
        guard let bytes = unsafe bytes else { return nil }
        return unsafe String(cString: bytes)
    }
}

/// libyaml's account of a syntax error, in bytes.
struct SyntaxProblem {
    /// libyaml's words.
    let problem: String
    /// What libyaml was reading; empty when it does not say.
    let context: String
    /// Where reading ended.
    let at: Int
    /// Where what it was reading began.
    let contextStart: Int?
}
