import Diagnostics
import Documents
import Platforms

extension FrontlineCheck {
    static let rowID = FrontlineCheck.nodes(
        "`rowId` is the record's id, 24 hex digits, or a variable that holds one.",
        example: document(
            """
            next:
              type: CREATE_RECORD_ACTIVITY
              data: { recordTypeId: 5, rowId: "12", activityType: NOTE, content: Called }
              next: say
            say: { type: SAY_AI, data: { message: Noted } }
            """)
    ) { node, report in
        guard node.type.value == .activity, let row = node.data.value?.row, let text = row.value,
            !text.contains("{")
        else { return }
        guard text.count != 24 || !text.allSatisfy(\.isHexDigit) else { return }
        report.add(
            .error(
                FrontlineCode.rowID, "a `rowId` has 24 hex digits, or is a variable: `\(text)`",
                at: row.span))
    }

    static let permission = FrontlineCheck(
        "A type of records that is selected may be read, created, updated, deleted or have "
            + "activities created: at least one of them is `true`.",
        example: """
            kind: frontline/agent
            id: example
            name: Example
            agentSetting: { selectedRecordTypes: [{ recordTypeId: contact }] }

            """,
        .node { node, report in
            checkPermissions(node.data.value?.recordTypes.value ?? [], into: &report)
        },
        .agent { agent, report in
            checkPermissions(agent.agentSetting.value?.recordTypes.value ?? [], into: &report)
        })

    private static func checkPermissions(
        _ access: [FrontlineRecordAccess], into report: inout Report
    ) {
        for access in access {
            let isPermitted = access.permissions.contains { permission in
                switch permission.state {
                case .value(let isPermitted): isPermitted
                case .later: true
                case .absent, .null: permission.isMistaken
                }
            }
            guard !isPermitted else { continue }
            report.add(
                .error(
                    FrontlineCode.permission, "a selected type of records permits something",
                    at: access.recordType.span,
                    help: "write `read: true`, or leave the type out"))
        }
    }

    static let range = FrontlineCheck(
        "`maxIterations` is from 3 to 30 in an agent's settings and from 1 to 30 on a node. The "
            + "`temperature` of an agent is from 0 to 1.",
        example: """
            kind: frontline/agent
            id: example
            name: Example
            agentSetting: { maxIterations: 2 }

            """,
        .node { node, report in
            checkIterations(node.data.value?.maxIterations, 1...30, into: &report)
        },
        .agent { agent, report in
            let setting = agent.agentSetting.value
            checkIterations(setting?.maxIterations, 3...30, into: &report)
            guard let temperature = setting?.temperature, let number = temperature.value,
                !(0...1).contains(number)
            else { return }
            report.add(
                .error(
                    FrontlineCode.range, "`temperature` is from 0 to 1: `\(number)`",
                    at: temperature.span))
        })

    private static func checkIterations(
        _ written: Written<Int64>?, _ range: ClosedRange<Int64>, into report: inout Report
    ) {
        guard let number = written?.value, !range.contains(number) else { return }
        report.add(
            .error(
                FrontlineCode.range,
                "`maxIterations` is from \(range.lowerBound) to \(range.upperBound): `\(number)`",
                at: written?.span))
    }

    static let phrases = FrontlineCheck(
        "An intent has at least one phrase: how people say what they want.",
        example: """
            kind: frontline/agent
            id: example
            name: Example
            intents: { order_status: { phrases: [] } }

            """,
        .intent { intent, report in
            guard intent.phrases.value?.isEmpty == true else { return }
            report.add(
                .error(
                    FrontlineCode.phrases, "an intent has at least one phrase",
                    at: intent.phrases.span))
        })
}
