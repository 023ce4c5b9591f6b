import Documents
import Platforms

extension Stage {
    private var ours: [LiveObject] {
        var known = History()
        known.events = world.service.events
        let makers = known.makers
        return world.service.objects.filter { makers[$0.key]?.isRun == true }
    }

    func change(_ edit: PeopleEdit, _ index: Int) {
        let objects = ours
        guard !objects.isEmpty else { return }
        let object = objects[index % objects.count]
        guard let fields = edit.fields(of: object) else { return }
        world.service.clock.pass(.seconds(60))
        world.service.edit(object, fields, deletes: edit == .delete)
    }

    /// Deletes what people made and called like something of ours, since nobody can tell them apart.
    func removeNamesakes() {
        var known = History()
        known.events = world.service.events
        let makers = known.makers
        let objects = world.service.objects
        let ours = Set(
            objects.filter { makers[$0.key]?.isRun == true }.map { Named($0.species, $0.name) })
        for object in objects
        where makers[object.key] == .people && ours.contains(Named(object.species, object.name)) {
            world.service.edit(object, [:], deletes: true)
        }
    }

    mutating func makeForeign(_ species: Species, _ like: Int?) {
        serial += 1
        let model = drafts.first { $0.lineage == like && $0.species == species }
        let name = model?.name ?? "Foreign \(serial)"
        guard let request = Foreign.request(for: species, name: name) else { return }
        _ = world.service.answer(request, species.platform, by: .people)
    }
}
