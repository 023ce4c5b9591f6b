import Documents
import Platforms

/// What the ledger and people are to know of what the deletes of a plan stop.
extension PlanBuilder {
    /// Lets the ledger know, before anything is sent, what is to be started again.
    mutating func remember(
        _ subject: Subject, _ state: String, _ stop: Stop, _ outcome: Outcome
    ) {
        guard let held = subject.recorded else { return }
        if let content = outcome.content, drafts[content].row.record != nil {
            drafts[content].row.record?.add(stop.id, of: stop.deleted.kind, state)
        } else {
            remember(held, state, stop)
        }
    }

    private mutating func remember(_ held: RecordedResource, _ state: String, _ stop: Stop) {
        let index = refreshed.firstIndex { $0.held.address == held.address }
        guard let index else {
            var record = held
            record.resumption = nil
            record.add(stop.id, of: stop.deleted.kind, state)
            refreshed.append(Refresh(held: held, record: record))
            return
        }
        refreshed[index].record.add(stop.id, of: stop.deleted.kind, state)
    }

    /// Says what is stopped and not started again by this plan; what the ledger holds is started
    /// by a plan that has its file.
    mutating func tell(_ object: ObservedResource, _ stop: Stop) {
        guard let lifecycle = input.kinds[object.kind]?.lifecycle, !isEnding(object),
            let state = object.value[lifecycle.field]?.text, lifecycle.running.contains(state)
        else { return }
        let what = "\(object.kind) `\(object.liveID.idText)`\(nameInBrackets(of: object))"
        let held = world.owner(of: object).flatMap { input.recorded[$0] }
        var end = "is stopped and stays so: it is not managed"
        if let held {
            end = "is stopped and stays so: it is an older object of `\(held.address)`"
            if LiveKey(held.address.account, held.kind, id: held.liveID) == LiveKey(object) {
                remember(held, state, stop)
                end = "is stopped: the next plan that has the file of `\(held.address)` starts it"
            }
        }
        drafts[stop.delete].row.consequences.append("\(what) \(end)")
    }

    /// Whether the plan stops or deletes an object anyway, in a row that `--only` leaves in it.
    private func isEnding(_ object: ObservedResource) -> Bool {
        drafts.contains { draft in
            (options.only.isEmpty || options.only.contains(draft.row.address))
                && draft.row.liveID == object.liveID && draft.row.kind == object.kind
                && draft.row.address.account == object.account
                && [.delete, .pause, .stop].contains(draft.row.action)
        }
    }
}

extension RecordedResource {
    /// Takes note of one more object whose delete stops this one.
    fileprivate mutating func add(_ id: Value, of kind: KindName, _ state: String) {
        var ids = resumption?.kind == kind ? resumption?.ids ?? [] : []
        if !ids.contains(id) { ids.append(id) }
        resumption = Resumption(state: state, kind: kind, ids: ids)
    }
}
