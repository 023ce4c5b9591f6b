import Documents

/// The forms of secrets, found in texts by their first bytes.
struct SecretPatterns: Sendable {
    /// How many bytes of a secret in a row are hidden where the rest of it is missing.
    private static let fragment = 12
    /// How many bytes an index is made of; shorter secrets are hidden as whole words only.
    private static let least = 6

    private struct Pattern: Sendable {
        let bytes: [UInt8]
        /// Whether parts of it are hidden as well.
        let hasFragments: Bool
    }

    private struct Place: Sendable {
        let pattern: Int
        let offset: Int
    }

    private var patterns: [Pattern] = []
    private var known: Set<[UInt8]> = []
    private var places: [UInt64: [Place]] = [:]
    private var filter = [Bool](repeating: false, count: 1 << 16)
    private var short: [[UInt8]] = []
    private var cuts = CutSecrets()

    /// Whether there is nothing to hide.
    var isEmpty: Bool { patterns.isEmpty && short.isEmpty }

    init(_ secrets: some Sequence<Secret>) {
        let texts = secrets.map { $0.reveal { $0 } }.filter { !$0.isEmpty }
        guard !texts.isEmpty else {
            filter = []
            return
        }
        for text in texts { add(text) }
    }

    private mutating func add(_ text: String) {
        let bytes = SecretForms.squeezed(text)
        guard text.unicodeScalars.count >= Self.least, bytes.count >= Self.least else {
            short.append(Array(text.utf8))
            return
        }
        let parts = SecretForms.parts(of: text)
        add(SecretForms.folded(bytes), hasFragments: parts.isEmpty)
        cuts.add(SecretForms.folded(bytes))
        if text.contains(" ") {
            add(
                SecretForms.folded(SecretForms.squeezed(text.replacing(" ", with: "+"))),
                hasFragments: parts.isEmpty)
        }
        for part in parts {
            let bytes = SecretForms.folded(SecretForms.squeezed(part))
            if bytes.count >= Self.fragment { add(bytes, hasFragments: true) }
        }
        for form in SecretForms.encoded(Array(text.utf8)) { add(form, hasFragments: true) }
    }

    private mutating func add(_ bytes: [UInt8], hasFragments: Bool) {
        guard bytes.count >= Self.least, known.insert(bytes).inserted else { return }
        let number = patterns.count
        let isLong = bytes.count >= Self.fragment
        patterns.append(Pattern(bytes: bytes, hasFragments: hasFragments && isLong))
        let last = hasFragments && isLong ? bytes.count - Self.fragment : 0
        for offset in 0...last {
            let key = bytes[offset..<(offset + Self.least)].reduce(0) { $0 << 8 | UInt64($1) }
            // A form that repeats itself is found by its first places as well.
            guard places[key, default: []].count < 64 else { continue }
            places[key, default: []].append(Place(pattern: number, offset: offset))
            filter[Self.slot(key)] = true
        }
    }

    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48) }

    /// Where forms of secrets stand in a text.
    func matches(in view: DecodedText) -> [Range<Int>] {
        guard !patterns.isEmpty, view.bytes.count >= Self.least else { return [] }
        let text = SecretForms.folded(view.bytes)
        var found: [Range<Int>] = []
        var key: UInt64 = 0
        var next = 0
        for (index, byte) in text.enumerated() {
            key = (key << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
            let start = index - Self.least + 1
            guard start >= next, filter[Self.slot(key)], let places = places[key] else { continue }
            guard let length = longest(places, in: text, at: start) else { continue }
            found.append(view.source(start..<(start + length)))
            // What begins within this secret and goes on behind it is found by its own parts.
            next = start + max(1, length - Self.fragment + 1)
        }
        return found
    }

    private func longest(_ places: [Place], in text: [UInt8], at start: Int) -> Int? {
        var longest = 0
        for place in places {
            let pattern = patterns[place.pattern]
            let most = min(pattern.bytes.count - place.offset, text.count - start)
            let needed = pattern.hasFragments ? Self.fragment : pattern.bytes.count
            guard most >= needed, most > longest else { continue }
            var length = 0
            while length < most, pattern.bytes[place.offset + length] == text[start + length] {
                length += 1
            }
            if length >= needed { longest = max(longest, length) }
        }
        return longest > 0 ? longest : nil
    }

    /// Where short secrets stand as whole words.
    func words(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for word in short {
            for start in text.indices where text[start] == word[0] {
                let end = start + word.count
                guard end <= text.count, text[start..<end].elementsEqual(word),
                    start == 0 || !text[start - 1].isWordByte,
                    end == text.count || !text[end].isWordByte
                else { continue }
                found.append(start..<end)
            }
        }
        return found
    }

    /// Where a text that is cut shows a secret's beginning before the cut, or its end behind it.
    func fragments(in text: [UInt8], isCut: Bool) -> [Range<Int>] {
        cuts.fragments(in: SecretForms.folded(text), isCut: isCut)
    }
}

extension UInt8 {
    /// Whether it belongs to a word.
    var isWordByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }
}
