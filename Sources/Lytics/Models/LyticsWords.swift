import Platforms

/// What a step of a flow does; the word of `type_hint`.
enum LyticsStepType: String, WordValue, CaseIterable {
    case workExport = "work_export"
    case delay
    case conditional
    case affinity
    case abTesting = "ab_testing"
    case workExportExit = "work_export_exit"

    /// Whether people leave it on one of several ways, so that it has no `next` of its own.
    var splits: Bool { self == .conditional || self == .affinity || self == .abTesting }
    /// Whether it hands people to a job.
    var exports: Bool { self == .workExport || self == .workExportExit }

    /// What it means.
    var meaning: String? {
        switch self {
        case .workExport: "Hands people to a job."
        case .delay: "Lets people wait."
        case .conditional: "Sends people on by conditions; the first that matches is taken."
        case .affinity: "Sends people on by the topic that they like most."
        case .abTesting: "Sends shares of people on by chance."
        case .workExportExit: "Takes people out of the audience of an export step."
        }
    }
}

/// Whom a flow takes in.
enum LyticsEntryCondition: String, WordValue, CaseIterable {
    case inSegment = "in_segment"
    case onSegmentEntry = "on_segment_entry"

    /// What it means.
    var meaning: String? {
        switch self {
        case .inSegment: "Everybody in the segment, also who is in it already."
        case .onSegmentEntry: "Who enters the segment from now on."
        }
    }
}

/// What a delay until a moment waits for.
enum LyticsDelayKind: String, WordValue, CaseIterable {
    case timeOfDay = "time_of_day"
    case dayOfWeek = "day_of_week"

    /// What it means.
    var meaning: String? {
        switch self {
        case .timeOfDay: "A time of the day."
        case .dayOfWeek: "A day of the week."
        }
    }
}

/// The states of a flow that a file may ask for.
enum LyticsFlowState: String, WordValue, CaseIterable {
    case draft, running, draining

    /// What it means.
    var meaning: String? {
        switch self {
        case .draft: "Takes nobody in yet."
        case .running: "Takes people in."
        case .draining: "Takes nobody in any more; who is inside finishes."
        }
    }
}

/// The states of a job that a file may ask for.
enum LyticsJobStatus: String, WordValue, CaseIterable {
    case running, paused

    /// What it means.
    var meaning: String? {
        switch self {
        case .running: "Works."
        case .paused: "Rests until it is resumed."
        }
    }
}
