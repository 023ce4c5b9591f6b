import Documents
import Platforms
import Testing

@testable import Ledger

@Suite struct `The key of a ledger` {
    private let staging = LedgerScope(project: "shop", environment: "staging")

    @Test func `is noted for one environment, with what it made`() async throws {
        let ledger = try SQLiteLedger()
        #expect(try await ledger.keyring(staging) == nil)
        let record = RecordedResource(
            address: Address("shop/item/mug"), kind: KindName("shop", "item"), liveID: 7,
            written: nil, returned: [:], digests: ["token": "abc"])
        for keyring in [Keyring(fingerprint: "1", salt: "a"), Keyring(fingerprint: "2", salt: "b")]
        {
            try await ledger.setKeyring(keyring, rewriting: [record], staging)
            #expect(try await ledger.keyring(staging) == keyring)
        }
        #expect(try await ledger.resources(staging)[record.address]?.digests == record.digests)
        #expect(try await ledger.keyrings(project: "shop").keys.sorted() == ["staging"])
        #expect(try await ledger.keyrings(project: "other").isEmpty)
    }
}
