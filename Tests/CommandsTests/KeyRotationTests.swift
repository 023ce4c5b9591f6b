import Documents
import Platforms
import Testing

@testable import Commands

@Suite struct `Digests under another key` {
    private static func record(_ id: String, _ digests: [String: String]) -> RecordedResource {
        RecordedResource(
            address: Address("shop/item/\(id)"), kind: KindName("shop", "item"), liveID: 7,
            written: nil, returned: [:], digests: digests)
    }

    private let records = [
        record("mug", ["token": "old-1", "pin": "before"]), record("lid", [:]),
        record("cup", ["gone": "old-3"]),
    ]
    private let old = ["shop/item/mug token": "old-1", "shop/item/mug pin": "old-2"]
    private let new = ["shop/item/mug token": "new-1", "shop/item/mug pin": "new-2"]

    @Test func `are made anew only where the old key proves the secret`() {
        let rotation = KeyRotation(of: records, from: old, to: new)
        let digests = Dictionary(
            uniqueKeysWithValues: rotation.rewritten.map { ($0.address.id, $0.digests) })
        #expect(digests == ["mug": ["token": "new-1", "pin": "before"], "cup": [:]])
        #expect(rotation.proven == 1)
        #expect(rotation.changed.map(\.words) == ["`shop/item/mug` `pin`"])
        #expect(rotation.unwanted.map(\.words) == ["`shop/item/cup` `gone`"])
    }

    @Test func `are all forgotten where the key is lost`() {
        let rotation = KeyRotation(forgetting: records)
        #expect(rotation.forgotten == 3)
        #expect(rotation.rewritten.count == 2)
        #expect(rotation.rewritten.allSatisfy { $0.digests.isEmpty })
    }

    @Test func `follow into a plan, where the secret is the same`() {
        var plan = Plan(project: "shop", environment: "staging")
        plan.refreshed = [Refresh(held: records[0], record: records[0])]
        let changed = DigestChange(from: old, to: new).applied(to: plan)
        let digests = ["token": "new-1", "pin": "before"]
        #expect(changed.refreshed.map(\.held.digests) == [digests])
        #expect(changed.refreshed.map(\.record.digests) == [digests])
    }
}
