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
}

/// Whom a flow takes in.
enum LyticsEntryCondition: String, WordValue, CaseIterable {
    case inSegment = "in_segment"
    case onSegmentEntry = "on_segment_entry"
}

/// What a delay until a moment waits for.
enum LyticsDelayKind: String, WordValue, CaseIterable {
    case timeOfDay = "time_of_day"
    case dayOfWeek = "day_of_week"
}

/// The states of a flow that a file may ask for.
enum LyticsFlowState: String, WordValue, CaseIterable {
    case draft, running, draining
}

/// The states of a job that a file may ask for.
enum LyticsJobStatus: String, WordValue, CaseIterable {
    case running, paused
}
