import Foundation

/// Writes jobs full of what other readers of YAML take for numbers: ids of hexadecimal digits,
/// durations, numbers in quotes, and long texts beside them.
struct IDGenerator {
    /// How many.
    let count: Int

    /// Writes a project into a folder.
    func write(into folder: URL) throws {
        try FlowGenerator.project(into: folder)
        for number in 0..<count {
            try Data(Self.job(number).utf8).write(to: folder.appending(path: "job-\(number).yaml"))
        }
    }

    private static func job(_ number: Int) -> String {
        """
        kind: lytics/job
        id: export_\(number)
        name: Export \(number)
        workflow: webhook_triggers
        config:
          lists:

        """ + (0..<12).map { list(number &* 31 &+ $0) }.joined() + """
              text: >-
                \(text(number))

            """
    }

    private static func list(_ number: Int) -> String {
        """
            - id: \(hex(number))
              after: \(number % 72)h
              code: "\(number % 97)"
              zone: \(number % 24)d

        """
    }

    /// 32 hexadecimal digits that are spread by their number, often with a digit in front.
    private static func hex(_ number: Int) -> String {
        let words = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9] as [UInt64]
        return words.map { factor in
            let digits = String((UInt64(number) &+ 1) &* factor, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func text(_ number: Int) -> String {
        (0..<24).map { "This is sentence \($0) of the long text of export \(number)." }
            .joined(separator: "\n        ")
    }
}
