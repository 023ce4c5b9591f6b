import Diagnostics
import Documents
import Platforms

/// What an environment takes of a project: `only` and `except`, lists of addresses and globs.
struct Selection {
    private struct Pattern {
        let text: [UInt8]
        let span: SourceSpan
        var isGlob: Bool { text.contains(UInt8(ascii: "*")) }
    }

    private let only: [Pattern]?
    private let except: [Pattern]

    init(_ environment: SettingsDocument?, onlyAccount: String?, into report: inout Report) {
        func patterns(_ key: String) -> [Pattern]? {
            guard let value = environment?[key] else { return nil }
            guard let nodes = value.list else {
                report.add(
                    .error(
                        AccountOptionCode.type, "`\(key)` is a list of addresses", at: value.span))
                return nil
            }
            return nodes.compactMap { node in
                guard let text = node.text, !text.isEmpty else {
                    report.add(
                        .error(AccountOptionCode.type, "an address is a text", at: node.span))
                    return nil
                }
                let isShort = text.split(separator: "/").count == 2 && !text.contains("**")
                let full = isShort ? onlyAccount.map { "\($0)/\(text)" } ?? text : text
                return Pattern(text: Array(full.utf8), span: node.span)
            }
        }
        only = patterns("only")
        except = patterns("except") ?? []
    }

    /// Whether everything is taken.
    var isWhole: Bool { only == nil && except.isEmpty }

    /// The addresses that are left out; a pattern that names nothing is reported.
    func excluded(_ table: ReferenceTable, into report: inout Report) -> Set<Address> {
        guard !isWhole else { return [] }
        let addresses = table.places.keys.map { (text: $0, bytes: Array($0.utf8)) }
        for pattern in (only ?? []) + except
        where !addresses.contains(where: { Self.matches($0.bytes, pattern) }) {
            report.add(nothing(pattern, addresses.map(\.text)))
        }
        let left = addresses.filter { !takes($0.bytes) }
        return Set(left.map { Address($0.text) })
    }

    private func takes(_ address: [UInt8]) -> Bool {
        (only?.contains { Self.matches(address, $0) } ?? true)
            && !except.contains { Self.matches(address, $0) }
    }

    private func nothing(_ pattern: Pattern, _ addresses: [String]) -> Diagnostic {
        let text = String(decoding: pattern.text, as: UTF8.self)
        if pattern.isGlob {
            return .warning(
                SettingsCode.emptyPattern, "`\(text)` takes no document", at: pattern.span)
        }
        return .error(
            SettingsCode.unknownAddress, "no document has the address `\(text)`", at: pattern.span,
            help: Words.nearest(to: text, among: addresses))
    }

    private static func matches(_ address: [UInt8], _ pattern: Pattern) -> Bool {
        pattern.isGlob
            ? matches(address[...], pattern.text[...]) : address == pattern.text
    }

    /// `*` stands for anything within a part, `**` for anything.
    static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        guard first == UInt8(ascii: "*") else {
            return text.first == first && matches(text.dropFirst(), pattern.dropFirst())
        }
        let crosses = pattern.dropFirst().first == first
        let rest = pattern.dropFirst(crosses ? 2 : 1)
        var left = text
        while true {
            if matches(left, rest) { return true }
            guard let next = left.first, crosses || next != UInt8(ascii: "/") else { return false }
            left = left.dropFirst()
        }
    }
}
