import Planning
import Platforms

@testable import Commands

/// What is asked of Weir.
enum Command: Sendable {
    case plan
    case apply(overwrite: Set<Address>, restart: Set<Address>)
    /// Everything where no address is named.
    case adopt([Address])

    /// An apply without decisions.
    static let quietApply = Command.apply(overwrite: [], restart: [])

    /// The word that messages and coverage use.
    var word: String {
        switch self {
        case .plan: "plan"
        case .apply(_, let restart): restart.isEmpty ? "apply" : "apply --restart"
        case .adopt: "adopt"
        }
    }

    /// Whether everything that files want is carried out.
    var isWholeApply: Bool { if case .apply = self { true } else { false } }

    /// What is started again on purpose.
    var restarted: Set<Address> {
        if case .apply(_, let restart) = self { restart } else { [] }
    }

    /// What is adopted.
    var adopted: [Address] { if case .adopt(let addresses) = self { addresses } else { [] } }

    /// Parsed once, since every run of every world needs them.
    private static let unattended = Result { try ApplyingOptions.unattended() }

    /// Asks a session, one row at a time so that a seed has one course.
    func perform(_ session: Session) async throws -> ExitStatus {
        var applying = try Command.unattended.get()
        applying.parallel = 1
        var options = PlanningOptions()
        switch self {
        case .plan:
            let planned = try await session.planProject(options)
            session.show(planned.plan, .text, calls: false)
            return planned.plan.hasConflicts ? .conflict : .done
        case .apply(let overwrite, let restart):
            options.overwrite = overwrite
            options.restart = restart
            return try await session.apply(options, applying, command: "apply")
        case .adopt(let addresses):
            options.adopt = Set(addresses)
            if addresses.isEmpty { options.adoptMatching = [.all] }
            return try await session.adopt(options, yes: true, parallel: applying.parallel)
        }
    }
}
