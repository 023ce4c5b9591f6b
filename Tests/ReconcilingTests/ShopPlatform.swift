import Diagnostics
import Documents
import Platforms

@testable import Reconciling

/// The shop as a platform: a list of ids, then every item by itself.
struct ShopPlatform: Platform {
    let name = "shop"
    let defaults = AccountDefaults(urlVariable: "SHOP_URL", url: nil, tokenName: "SHOP_TOKEN")
    var kinds: [any Kind] { [ItemKind(creationLimit: limit)] }
    var limits = RateLimit(requests: 10_000, window: .seconds(1))
    let title = "The shop"
    /// Statuses that only the shop itself answers with.
    var ownRefusals: Set<Int> = []
    /// Whether only so many items can be made in an hour.
    var isScarce = false
    private var limit: CreationLimit? {
        isScarce ? CreationLimit(count: 10, window: "hour") : nil
    }

    static let account = Account(
        name: "shop", platform: "shop", url: "http://shop.test", tokenName: "SHOP_TOKEN")

    func authorization(_ token: String) -> [(name: String, value: String)] {
        [("authorization", token)]
    }

    func identityRead(_ account: Account) -> Read {
        Read(Request(.get, ["account"]), purpose: "the account")
    }

    func identity(in value: Value, of account: Account) -> String? { value["id"]?.text }

    func open(_ answer: Answer) -> OpenedAnswer {
        if (200..<300).contains(answer.status) { return .success(answer.body ?? .null) }
        return .failure(
            PlatformError(
                status: answer.status, message: answer.body?["message"]?.text ?? "",
                requestID: answer.body?["request_id"]?.text))
    }

    func isOwnRefusal(_ error: PlatformError) -> Bool { ownRefusals.contains(error.status) }

    func nextPage(after answer: Answer, of request: Request) -> Request? {
        guard let last = answer.headers["x-last"] else { return nil }
        var next = request
        next.query["after"] = .text(last)
        return next
    }

    func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        [ShopRead.items]
    }

    func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        var seen = Observation()
        switch read.subject(as: ShopRead.self) {
        case .list: seen.reads = (value.list ?? []).compactMap { $0["id"] }.map(ItemKind.read)
        case .item:
            var form = value.object ?? [:]
            form["id"] = nil
            seen.resources = [
                ObservedResource(
                    account: account.name, kind: ItemKind.kind, liveID: value["id"] ?? .null,
                    naturalKey: value["name"] ?? .null, value: .object(form), raw: value)
            ]
        }
        return seen
    }
}

/// What a read of the shop asks for.
enum ShopRead: ReadSubject {
    case list
    case item

    /// The read of all ids.
    static let items = Read(
        Request(.get, ["items"]), ShopRead.list, expects: .list(of: "id"), purpose: "the items")
}

struct ItemKind: Kind {
    static let kind = KindName("shop", "item")
    let name = ItemKind.kind
    /// Whether nothing reads one item by its id.
    var isOnlyListed = false
    let summary = "Something to sell."
    let lifecycle: Lifecycle? = nil
    var creationLimit: CreationLimit?
    let example = ""

    var shape: Shape {
        let part = Shape(fields: [
            Field(name: "slug", type: .text, rules: .required, summary: ""),
            Field(name: "size", type: .int, rules: .none, summary: ""),
        ])
        return Shape(fields: [
            Field(name: "name", type: .text, rules: .required, summary: ""),
            Field(
                name: "make", type: .text, rules: .with { $0.isImmutable = true }, summary: ""),
            Field(name: "price", type: .double, rules: .none, summary: ""),
            Field(name: "parent", type: .reference(name, .liveID), rules: .none, summary: ""),
            Field(name: "kind", type: .reference(name, .either), rules: .none, summary: ""),
            Field(
                name: "tags", type: .list(.text, key: nil),
                rules: .with { $0.isUnordered = true }, summary: ""),
            Field(name: "token", type: .text, rules: .with { $0.isSecret = true }, summary: ""),
            Field(name: "state", type: .text, rules: .with { $0.isLifecycle = true }, summary: ""),
            Field(
                name: "parts", type: .list(.object(part), key: "slug"), rules: .none, summary: ""),
            Field(name: "fresh", type: .bool, rules: .defaulting(false), summary: ""),
        ])
    }

    func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] { [] }
    func naturalKey(of value: Value, address: Address) -> Value? { value["name"] }

    func calls(for change: Change) -> ChangeCalls {
        var made = ChangeCalls()
        let wanted = change.wanted ?? .null
        switch change.action {
        case .create: made.calls = [ItemKind.create(change.address, wanted)]
        case .update:
            made.calls = ItemKind.update(change.address, change.observed?.liveID ?? 0, wanted)
        case .delete:
            made.calls = [
                Call(
                    "delete the item",
                    Request(.delete, ["items", change.observed?.liveID ?? 0]), accepts: [404])
            ]
        default: break
        }
        return made
    }

    func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        ItemKind.read(liveID)
    }

    func existence(of recorded: RecordedResource, account: Account) -> Existence {
        isOnlyListed ? .byList(after: .seconds(5)) : .byID(ItemKind.read(recorded.liveID))
    }

    static func read(_ id: Value) -> Read {
        Read(
            Request(.get, ["items", id]), ShopRead.item, expects: .object(with: "id", being: id),
            purpose: "the item")
    }

    static func create(_ address: Address, _ wanted: Value) -> Call {
        let id = Capture(Slot(address.text), from: .at("id", .whole))
        return Call(
            "create the item", Request(.post, ["items"], body: .value(wanted)), captures: [id],
            again: .probe(
                Probe(
                    read: Request(.get, ["items"]),
                    matches: .equal(.at("name", .whole), wanted["name"] ?? .null), captures: [id])))
    }

    static func update(_ address: Address, _ id: Value, _ wanted: Value) -> [Call] {
        let whole = Slot(address.text, "object")
        return [
            Call(
                "read the item", Request(.get, ["items", id]),
                captures: [Capture(whole, from: .whole)]),
            Call(
                "update the item",
                Request(
                    .put, ["items", id],
                    body: .over(
                        Overlay(
                            read: whole, dropping: ["id"], ours: wanted,
                            lists: ["parts": .init(key: "slug")])))),
        ]
    }
}
