import Diagnostics
import Documents
import Platforms

/// A variable that a node captures, and where that is written.
struct FrontlineCaptured {
    /// Its name.
    let name: String
    /// Where it is written.
    let span: SourceSpan?
}

extension FrontlineNode {
    /// The texts in which the service puts variables, by the document "Flows".
    var texts: [Written<String>] {
        guard let data = data.value else { return [] }
        return switch type.value {
        case .api:
            [data.url, data.body] + (data.headers.value ?? []).map(\.value)
                + (data.parameters.value ?? []).map(\.value)
        case .say: [data.message, data.prompt]
        case .response, .tools: [data.instructions]
        case .routing: (data.conditions.value ?? []).map(\.expression)
        case .activity: [data.row, data.content]
        case .start, .trigger, nil: []
        }
    }

    /// Every `{name}` that the node reads.
    var mentions: [FrontlineMention] { texts.flatMap(FrontlineText.mentions) }

    /// Every variable that the node captures by name.
    var captured: [FrontlineCaptured] {
        guard let data = data.value else { return [] }
        let names =
            (data.captures.value ?? []).map(\.name) + (data.variables.value ?? []).map(\.key)
        return names.compactMap { name in
            name.value.map { FrontlineCaptured(name: $0, span: name.span) }
        }
    }
}
