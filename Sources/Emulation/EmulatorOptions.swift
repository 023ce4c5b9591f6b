public import EmulatedKit
import Platforms

import FoundationEssentials

/// How an emulator starts: where it listens, what it follows, what it keeps.
public struct EmulatorOptions: Sendable {
    /// The address to listen on; only loopback is taken.
    public var host: String
    /// The port; 0 takes a free one.
    public var port: Int
    /// Which sources disputed points follow.
    public var preset: EmulatedPreset
    /// Switches over the preset: `NAME` turns one on, `no-NAME` off.
    public var switches: [String]
    /// A SQLite file that keeps everything across restarts; nil keeps it in memory.
    public var dataFile: String?
    /// Whether it starts with the examples' segments.
    public var seeds: Bool
    /// Where the time comes from.
    public var clock: EmulatorClock
    /// How long a stream is silent at most.
    public var heartbeat = Duration.seconds(15)

    /// Describes a start; the defaults listen on a free port and keep everything in memory.
    public init(
        host: String = "127.0.0.1", port: Int = 0, preset: EmulatedPreset = .today,
        switches: [String] = [], dataFile: String? = nil, seeds: Bool = true,
        clock: EmulatorClock = .system
    ) {
        self.host = host
        self.port = port
        self.preset = preset
        self.switches = switches
        self.dataFile = dataFile
        self.seeds = seeds
        self.clock = clock
    }
}

/// Where an emulator takes the time from.
public struct EmulatorClock: Sendable {
    let now: @Sendable () -> EmulatedTime
    /// Whether no time passes by itself.
    private(set) var stands = false

    /// Takes the time from a function.
    public init(_ now: @escaping @Sendable () -> EmulatedTime) { self.now = now }

    /// The computer's clock.
    public static let system = EmulatorClock {
        EmulatedTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// A clock that stands at a moment until it is advanced through the control endpoint.
    public static func fixed(_ time: EmulatedTime) -> EmulatorClock {
        var clock = EmulatorClock { time }
        clock.stands = true
        return clock
    }
}

/// Why an emulator does not start or stops.
public enum EmulatorError: Error, Hashable, CustomStringConvertible {
    case notLoopback(String)
    case unknownSwitch(String, known: [String])
    case dataFile(path: String, reason: String)
    case cannotListen(host: String, port: Int, reason: String)

    /// The rule that is broken.
    public var description: String {
        switch self {
        case .notLoopback(let host):
            "the emulator listens on loopback only, and `\(host)` is not a loopback address"
        case .unknownSwitch(let name, let known):
            "there is no switch `\(name)`; the switches are \(known.joined(separator: ", "))"
        case .dataFile(let path, let reason): "the data file `\(path)` cannot be used: \(reason)"
        case .cannotListen(let host, let port, let reason):
            "the emulator cannot listen on \(host):\(port): \(reason)"
        }
    }
}
