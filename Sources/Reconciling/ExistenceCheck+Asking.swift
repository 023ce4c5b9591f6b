import Diagnostics
import Documents
import Platforms

extension ExistenceCheck {
    /// What was found about one object.
    fileprivate struct Finding: Sendable {
        var observation = Observation()
        var report = Report()
        var isLive = false
    }

    /// Asks for objects of one kind by their ids, for a few of them first where they are many.
    func answers(
        to questions: [Unlisted], _ account: Account, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        guard questions.count > Self.most else {
            return try await findings(questions, account).merged(into: &report)
        }
        let step = questions.count / Self.sample
        let first = Set((0..<Self.sample).map { $0 * step })
        let probed = try await findings(first.sorted().map { questions[$0] }, account)
        if probed.contains(where: \.isLive) { throw shortList(questions) }
        let rest = questions.indices.filter { !first.contains($0) }.map { questions[$0] }
        return try await (probed + findings(rest, account)).merged(into: &report)
    }

    private func findings(
        _ questions: [Unlisted], _ account: Account
    ) async throws(ReconcilingError) -> [Finding] {
        let results = await each(of: questions, parallel: parallel) { question in
            await Result { () async throws(ReconcilingError) in
                try await find(question, account)
            }
        }
        var findings: [Finding] = []
        for result in results { findings.append(try result.get()) }
        return findings
    }

    private func find(
        _ question: Unlisted, _ account: Account
    ) async throws(ReconcilingError) -> Finding {
        guard let read = question.read else { return Finding() }
        let recorded = question.recorded
        let doing = "find out whether `\(recorded.address)` still exists"
        let opened = try await client.pages(
            of: read.request, expecting: read.expects, doing: doing, accepting: [404])
        var finding = Finding()
        guard opened.isSuccess else {
            try client.confirmAbsence(opened.answer, doing)
            finding.observation.missing[recorded.address] =
                "the platform answered \(opened.status) for it"
            return finding
        }
        var client = client
        client.account = account
        let seen = client.platform.take(
            opened.value, of: read, scope, account, into: &finding.report)
        finding.observation.add(seen)
        finding.observation.add(
            try await Observer(parallel: 1).unfold(seen.reads, client, scope, into: &finding.report)
        )
        finding.isLive = finding.observation.resources.contains {
            $0.kind == recorded.kind && $0.liveID.idText == recorded.liveID.idText
        }
        if finding.isLive { return finding }
        guard opened.value.shows(recorded.liveID) else { throw another(recorded, doing) }
        finding.observation.missing[recorded.address] = "the platform shows it as deleted"
        return finding
    }

    /// Reads the lists of some kinds once more; what they leave out again is missing.
    func readAgain(
        _ unlisted: [Unlisted], after delay: Duration, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        try await client.pause(
            for: delay, because: "a list may be behind",
            doing: "find out whether what no list shows still exists")
        var narrow = scope
        narrow.kinds = Set(unlisted.map(\.recorded.kind))
        narrow.lookups = []
        var seen = try await Observer(parallel: parallel).observe(client, narrow, into: &report)
        var ids = ObjectIDs()
        ids.insert(seen, client.account.name)
        let shown = Set(seen.resources.map { "\($0.kind) \($0.liveID.idText)" })
        for recorded in unlisted.map(\.recorded)
        where !shown.contains("\(recorded.kind) \(recorded.liveID.idText)") {
            guard !ids.contains(recorded.liveID, recorded.kind, client.account.name) else {
                throw another(recorded, "read `\(recorded.address)`")
            }
            seen.missing[recorded.address] =
                "two lists of the platform, read \(delay) apart, do not show it"
        }
        return seen
    }

    private func shortList(_ questions: [Unlisted]) -> ReconcilingError {
        let kind = questions[0].recorded.kind
        var error = client.failure(
            .unexpected(
                code: ReconcilingCode.shortList,
                message: "the list of `\(client.account.name)` leaves out \(questions.count) "
                    + "recorded objects of `\(kind)`, and the platform has at least some of them"),
            doing: "find out whether objects that the list leaves out still exist")
        error.advice = "try again later; nothing is planned from a list that is not whole"
        return error
    }

    private func another(_ recorded: RecordedResource, _ doing: String) -> ReconcilingError {
        var error = client.failure(
            .unexpected(
                code: ReconcilingCode.notShown,
                message:
                    "`\(client.account.name)` was asked for `\(recorded.address)`, recorded as "
                    + "`\(recorded.liveID.idText)`, and the answer does not show it"),
            doing: doing, address: recorded.address)
        error.advice = "try again later; look at it on the platform if that does not help"
        return error
    }
}

extension [ExistenceCheck.Finding] {
    /// All findings as one observation, in their order.
    fileprivate func merged(into report: inout Report) -> Observation {
        var whole = Observation()
        for finding in self {
            whole.add(finding.observation)
            report.add(finding.report)
        }
        return whole
    }
}

extension Value {
    /// Whether an answer, or an element of it, has a member that holds an id.
    fileprivate func shows(_ id: Value) -> Bool {
        (list ?? [self]).contains { element in
            (element.object ?? [:]).contains { $0.value.idText == id.idText }
        }
    }
}

extension Result where Failure == ReconcilingError {
    /// Runs a body and keeps how it ended.
    fileprivate init(_ body: () async throws(ReconcilingError) -> Success) async {
        do throws(ReconcilingError) {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
