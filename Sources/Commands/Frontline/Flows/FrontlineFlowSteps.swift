import Frontline
import Platforms

/// What bringing a flow into a state means, in words.
enum FrontlineFlowSteps {
    /// The verb, what it does to people, and the word for it once it is done.
    static func words(
        to status: String, of place: FrontlineFlowPlace
    ) -> (verb: String, consequences: [String], done: String) {
        let lifecycle = place.flow.noun.rules.lifecycle
        let step = lifecycle?.transition(from: place.status, to: status)
        var consequences = [step?.consequence ?? usual(to: status)]
        if place.liveSnapshot != nil {
            switch status {
            case "ACTIVE": consequences += [lifecycle?.superseding].compactMap(\.self)
            default:
                consequences.append("\(place.publishing) is the way back")
            }
        }
        let verb = step?.verb ?? verb(to: status)
        return (verb, consequences, done(verb))
    }

    private static func usual(to status: String) -> String {
        switch status {
        case "ACTIVE":
            "the draft is published: from now on people come into the flow as it is there"
        case "DRAFT": "nobody comes into the flow until it is activated"
        default: "it is so already, and is told so again"
        }
    }

    private static func verb(to status: String) -> String {
        switch status {
        case "ACTIVE": "publish"
        case "PAUSED": "pause"
        case "ARCHIVED": "archive"
        default: "make a draft of"
        }
    }

    private static func done(_ verb: String) -> String {
        switch verb {
        case "publish": "activated"
        case "make a draft of": "made a draft of"
        default: verb + "d"
        }
    }
}
