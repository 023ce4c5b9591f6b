import Foundation
import Testing

@testable import Ledger

/// Whether a ledger can be written to, before anybody tries.
@Suite struct `A ledger that is only to be read` {
    @Test(arguments: ["ledger", "new/folder/ledger"])
    func `can be written where its folder can, and a look makes nothing`(
        _ name: String
    ) throws {
        try folder { folder in
            #expect(LedgerAccess.obstacle(to: "\(folder)/\(name)") == nil)
            let made = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(made.isEmpty)
        }
    }

    @Test(.enabled("root may write everywhere") { getuid() != 0 }, arguments: [true, false])
    func `names what may not be written`(isThere: Bool) throws {
        try folder { folder in
            let path = "\(folder)/ledger"
            if isThere { try Data().write(to: URL(fileURLWithPath: path)) }
            for one in isThere ? [path, folder] : [folder] {
                let usual = one == folder ? 0o700 : 0o600
                try set(usual & 0o500, of: one)
                let words = "it may not be used by this user"
                #expect(
                    LedgerAccess.obstacle(to: path) == "`\(one)` cannot be written: \(words)")
                try set(usual, of: one)
            }
        }
    }

    private func set(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func folder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/weir-access-\(UUID())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }
}
