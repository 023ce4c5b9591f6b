import Platforms

extension KindName {
    static let tenexWorkflow = KindName("tenex", "workflow")
    static let tenexTrigger = KindName("tenex", "trigger")
    static let tenexAgent = KindName("tenex", "agent")
    static let tenexConnector = KindName("tenex", "connector")
    static let tenexSegment = KindName("tenex", "segment")
    static let tenexSequence = KindName("tenex", "sequence")
    static let tenexTemplate = KindName("tenex", "template")
}
