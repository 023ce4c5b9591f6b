import Foundation
import Platforms
import Testing

@testable import Projects

@Suite struct `The key of digests` {
    private let folder: Folder
    private var variables: [String: String] { ["XDG_CONFIG_HOME": "\(folder.path)/config"] }

    init() throws { folder = try Folder() }

    private func attributes(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `is a file that only its owner may read, and looking makes none`() throws {
        #expect(try DigestKey.known(variables).isEmpty)
        let path = try #require(KeyFolder(variables)).path
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/config"))
        let key = try DigestKey.findOrMake(variables)
        #expect(try DigestKey.known(variables) == [key])
        #expect(try DigestKey.findOrMake(variables) == key)
        #expect(key.origin == .file(path))
        #expect(try attributes(path) == 0o600)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: "\(folder.path)/config/weir")
        #expect(names == ["key"])
    }

    @Test(arguments: [0o640, 0o604, 0o666])
    func `is refused where others can read the file`(_ rights: Int) throws {
        _ = try DigestKey.findOrMake(variables)
        let path = try #require(KeyFolder(variables)).path
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        let error = #expect(throws: KeyError.self) { try DigestKey.known(variables) }
        #expect(error?.message == "the key file `\(path)` can be read by others")
        #expect(error?.help == "run `chmod 600 \(path)`")
    }

    @Test func `goes before the file where it is a variable, and must be long`() throws {
        let file = try DigestKey.findOrMake(variables)
        var set = variables
        set["WEIR_KEY"] = String(repeating: "k", count: 32)
        let key = try #require(try DigestKey.known(set).first)
        #expect(try DigestKey.known(set).count == 1 && key.fingerprint != file.fingerprint)
        #expect(try DigestKey.files(set) == [file])
        set["WEIR_KEY"] = ""
        #expect(try DigestKey.known(set) == [file], "an empty variable is none")
        for short in ["k", String(repeating: "k", count: 31)] {
            set["WEIR_KEY"] = short
            let error = #expect(throws: KeyError.self) { try DigestKey.known(set) }
            let message = "`WEIR_KEY` must have at least 32 characters and has \(short.count)"
            #expect(error?.message == message)
            #expect(throws: KeyError.self) { try DigestKey.findOrMake(set) }
        }
        #expect(throws: KeyError.self) { try DigestKey.findOrMake([:]) }
    }

    @Test func `is the same wherever its text is taken, and cannot be cut`() throws {
        let key = try DigestKey.findOrMake(variables)
        let text = key.exported.reveal { $0 }
        let other = try #require(try DigestKey.known(["WEIR_KEY": text]).first)
        #expect(other.fingerprint == key.fingerprint && key.fingerprint.count == 16)
        #expect(!text.contains(key.fingerprint))
        #expect(other.exported.reveal { $0 } == text)
        #expect(throws: KeyError.self) { try DigestKey.known(["WEIR_KEY": "\(text.dropLast())"]) }
        for salt in ["salt", nil] {
            let mine = key.digester(salt: salt).digest("x", context: "a")
            #expect(mine == other.digester(salt: salt).digest("x", context: "a"))
            #expect(mine != key.digester(salt: "other").digest("x", context: "a"))
        }
    }

    @Test func `stays beside the one that takes its place, and nothing is lost`() throws {
        let first = try DigestKey.findOrMake(variables)
        let keys = try #require(KeyFolder(variables))
        let second = try keys.makeBeside()
        #expect(try DigestKey.known(variables).map(\.fingerprint).first == first.fingerprint)
        try keys.use(second)
        let third = try keys.makeBeside()
        try keys.use(third)
        let known = try DigestKey.known(variables).map(\.fingerprint)
        #expect(known.first == third.fingerprint)
        #expect(Set(known) == [first.fingerprint, second.fingerprint, third.fingerprint])
        #expect(try keys.current()?.origin == .file(keys.path))
        for key in try DigestKey.known(variables) {
            guard case .file(let path) = key.origin else { continue }
            #expect(try attributes(path) == 0o600)
        }
    }

    @Test func `is made once by many at once`() async throws {
        let variables = variables
        let made = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 { group.addTask { try DigestKey.findOrMake(variables).fingerprint } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(made.count == 1)
        #expect(try DigestKey.known(variables).count == 1)
    }
}
