import Documents
import Platforms

/// A recorded resource of a shop.
func item(_ id: String) -> RecordedResource {
    RecordedResource(
        address: Address("shop/item/\(id)"), kind: KindName("shop", "item"), liveID: 7,
        value: ["name": "mug"], file: "items.yaml")
}
