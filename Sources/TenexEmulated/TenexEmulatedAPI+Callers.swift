import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Who asks: a workspace by a key, or a person of it by a token.
    ///
    /// `tnx_<prefix>_<secret>` names a key by the eight characters of its prefix. A prefix that was
    /// never minted is the key of a workspace of its own, whatever its secret; `demo0001` is that of
    /// the workspace `acme`.
    struct Caller: Sendable {
        let workspace: String
        let isAdmin: Bool

        init(workspace: String, isAdmin: Bool = true) {
            self.workspace = workspace
            self.isAdmin = isAdmin
        }

        init(
            _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
        ) throws(Refusal) {
            guard let token = TenexEmulatedAPI.token(of: request) else { throw .unauthorized }
            if let key = Key(token) {
                self.init(workspace: try key.workspace(&store, now: now))
            } else if let session = store["tenex/session", token],
                let end = session["expires"]?.int, now.milliseconds < end
            {
                self.init(
                    workspace: session["workspace"]?.text ?? "",
                    isAdmin: session["is_admin"] == .some(true))
            } else {
                throw .unauthorized
            }
            TenexEmulatedAPI.open(workspace, &store, now: now)
        }

        /// The row id of an object of this workspace.
        func row(_ id: String) -> String { "\(workspace)/\(id)" }

        /// The workspace's id in payloads.
        var company: String { TenexEmulatedAPI.company(workspace) }
    }

    /// A key as it is sent.
    struct Key: Sendable {
        let prefix: String
        let secret: String

        init?(_ token: String) {
            let parts = token.split(
                separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "tnx", parts[1].count == 8, !parts[2].isEmpty,
                parts[1].allSatisfy(\.isPlainLetterOrDigit)
            else { return nil }
            prefix = String(parts[1])
            secret = String(parts[2])
        }

        /// The workspace it reaches; a key that nobody minted makes its own.
        func workspace(_ store: inout EmulatedStore, now: EmulatedTime) throws(Refusal) -> String {
            var row =
                store["tenex/key", prefix]?.object ?? [
                    "prefix": .text(prefix), "name": "Default", "scopes": ["*"],
                    "last_used_at": .null, "created_at": .text(now.seconds),
                    "_workspace": .text(prefix == "demo0001" ? "acme" : prefix),
                ]
            let isWrong = row["_secret"].isThere && row["_secret"]?.text != secret
            if row["_revoked"] == .some(true) || isWrong { throw .unauthorized }
            let minute = now.milliseconds / 60_000
            if row["_minute"]?.int != minute {
                row["_minute"] = .int(minute)
                row["last_used_at"] = .text(now.seconds)
                store["tenex/key", prefix] = .object(row)
            }
            return row["_workspace"]?.text ?? prefix
        }
    }

    /// What stands behind `Bearer`.
    static func token(of request: EmulatedRequest) -> String? {
        let words = (request.headers["authorization"] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }

    /// A workspace's id, which payloads call `company_id`.
    static func company(_ workspace: String) -> String { "company/\(workspace)".uuid }

    /// Opens a workspace at its first request, with a catalogue unless the emulator began empty.
    static func open(_ workspace: String, _ store: inout EmulatedStore, now: EmulatedTime) {
        guard !store["tenex/workspace", workspace].isThere else { return }
        store["tenex/workspace", workspace] = [
            "id": .text(company(workspace)), "name": .text(workspace),
            "webhook_secret": .text("whsec_" + "tenex/webhooks/\(workspace)".identifierDigits),
            "_number": .int(store.next("tenex/workspace")),
        ]
        guard store["tenex/meta", "seeds"].isThere else { return }
        seedCatalogue(workspace, &store)
    }

    /// The workspaces, those first that were opened first.
    static func workspaces(_ store: EmulatedStore) -> [String] {
        store.rows("tenex/workspace")
            .sorted { ($0.value["_number"]?.int ?? 0) < ($1.value["_number"]?.int ?? 0) }
            .map(\.id)
    }
}
