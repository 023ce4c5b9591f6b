import Platforms
import Documents

/// What a file calls the steps that an answer shows by number only: a step has the slug of the one
/// that stands at the same place of the flow and is of the same type.
///
/// A step whose slug the file does not have any more is called otherwise there if it also says the
/// same or has the same label; else it is one that the file does not have.
struct StepMatching {
    /// The slugs by number, those that were known before included.
    private(set) var slugs: [Int64: String]
    /// The slugs that steps had and have no more, by number.
    private(set) var former: [Int64: String]
    private var taken: Set<String>
    private let live: [Int64: LyticsStep]
    private let wanted: [String: LyticsStep]

    /// Matches a flow as it was read with the canonical flow of a file.
    init(_ flow: LyticsFlow, _ file: LyticsFlow, known: [Int64: String]) {
        live = Dictionary(
            (flow.steps.value ?? []).compactMap { step in step.id.value.map { ($0, step) } }
        ) { first, _ in first }
        wanted = Dictionary((file.steps.value ?? []).map { ($0.name, $0) }) { first, _ in first }
        former = known.filter { [live, wanted] in live[$0.key] != nil && wanted[$0.value] == nil }
        slugs = known.filter { [former] in former[$0.key] == nil }
        taken = Set(slugs.values)
        var found = slugs.filter { [live] in live[$0.key] != nil }
            .sorted { $0.key < $1.key }.map { Match(number: $0.key, slug: $0.value) }
        found += matchNumbers(of: file)
        found += [match(flow.rootStep, file.rootStep)].compactMap(\.self)
        follow(found)
        follow(matchLabels())
        keepFormer()
    }

    /// Leaves the steps that the file does not have the slugs that they had.
    private mutating func keepFormer() {
        for (number, slug) in former where slugs[number] == nil {
            slugs[number] = slug
            former[number] = nil
        }
    }

    /// Goes on from matching steps to those behind them.
    private mutating func follow(_ known: [Match]) {
        var found = known
        while let next = found.popLast() { found += followers(of: next) }
    }

    /// The steps left over whose label no other has: something was put in before them.
    private mutating func matchLabels() -> [Match] {
        let numbers = Dictionary(grouping: live.filter { slugs[$0.key] == nil }) {
            $0.value.label.value ?? ""
        }
        let names = Dictionary(grouping: wanted.filter { !taken.contains($0.key) }) {
            $0.value.label.value ?? ""
        }
        return names.sorted { $0.key < $1.key }.compactMap { label, steps in
            guard !label.isEmpty, steps.count == 1, let twins = numbers[label], twins.count == 1
            else { return nil }
            return match(twins[0].key, steps[0].key)
        }
    }

    private struct Match {
        let number: Int64
        let slug: String
    }

    /// The steps that the file itself gives a number.
    private mutating func matchNumbers(of file: LyticsFlow) -> [Match] {
        (file.steps.value ?? []).compactMap { step in
            step.id.value.flatMap { match($0, step.name) }
        }
    }

    /// The steps to which the ways out of two matching ones lead.
    private mutating func followers(of known: Match) -> [Match] {
        guard let one = live[known.number], let other = wanted[known.slug] else { return [] }
        var ways = one.ways
        return other.ways.compactMap { way in
            let place = ways.firstIndex { $0.condition == way.condition }
            guard let place else { return nil }
            return match(ways.remove(at: place).target, way.target)
        }
    }

    private mutating func match(
        _ number: Written<StepTarget>, _ slug: Written<StepTarget>
    ) -> Match? {
        guard case .number(let number)? = number.value, case .slug(let slug)? = slug.value else {
            return nil
        }
        return match(number, slug)
    }

    /// Takes a step for that of a slug, unless either is known to be another.
    private mutating func match(_ number: Int64, _ slug: String) -> Match? {
        guard slugs[number] == nil, !taken.contains(slug), let step = live[number],
            let other = wanted[slug], step.type.value == other.type.value,
            former[number] == nil || step.isLike(other)
        else { return nil }
        slugs[number] = slug
        taken.insert(slug)
        return Match(number: number, slug: slug)
    }
}

/// A way out of a step, with what leads people there.
private struct StepWay {
    let condition: String
    let target: Written<StepTarget>
}

extension LyticsStep {
    /// Every way out; that of a test by chance is told by its place.
    fileprivate var ways: [StepWay] {
        guard isSplit else { return [StepWay(condition: "", target: next)] }
        let conditions = (splitConditions.value ?? []).map {
            StepWay(condition: $0.conditions.value ?? "", target: $0.next)
        }
        let affinities = (splitAffinities.value ?? []).map {
            StepWay(condition: $0.affinity.value ?? "", target: $0.next)
        }
        let chances = (splitProbabilities.value ?? []).enumerated().map {
            StepWay(condition: "\($0.offset)", target: $0.element.next)
        }
        return conditions + affinities + chances
    }
}

extension LyticsStep {
    /// Whether another step has its label, or says the same but for its names and what follows.
    fileprivate func isLike(_ other: LyticsStep) -> Bool {
        if let label = label.value, !label.isEmpty, label == other.label.value { return true }
        return content == other.content
    }

    private var content: Value {
        guard var members = ValueEncoder.encode(self).object else { return .null }
        for name in ["slug", "id", "label", "next", "work_exit_step_ref"] { members[name] = nil }
        for list in ["split_conditions", "split_affinities", "split_probabilities"] {
            guard let ways = members[list]?.list else { continue }
            members[list] = .list(
                ways.map { way in
                    .object(
                        Object(
                            members: (way.object ?? [:]).filter {
                                !["next", "priority"].contains($0.key)
                            }))
                })
        }
        return .object(members)
    }
}
