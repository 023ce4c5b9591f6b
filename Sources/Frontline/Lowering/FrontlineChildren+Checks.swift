import Diagnostics
import Documents
import Platforms

extension FrontlineChildren {
    /// Reports children that cannot be addressed, or told apart.
    static func check(_ children: [FrontlineChild], into report: inout Report) {
        var keys: [String: FrontlineChild] = [:]
        var names: [String: FrontlineChild] = [:]
        for child in children {
            if !child.id.isName { report.add(unaddressable(child)) }
            let key = "\(child.type)/\(child.id)"
            if let first = keys[key] {
                report.add(duplicate(child, first))
                continue
            }
            keys[key] = child
            guard child.type == FrontlineChild.variable else { continue }
            checkName(child, &names, into: &report)
        }
    }

    /// Reports a variable whose name is taken, which the service decides without regard to case.
    private static func checkName(
        _ child: FrontlineChild, _ names: inout [String: FrontlineChild],
        into report: inout Report
    ) {
        let name = child.name.lowercased()
        let place = child.node["name"]?.span ?? child.span
        if let first = names[name] {
            report.add(
                .error(
                    FrontlineCode.variableName,
                    "no two variables of an agent have one name: `\(child.name)`", at: place,
                    secondary: [.init(first.span, "the first one")],
                    notes: ["names that differ in case only are the same to the service"]))
        } else if FrontlineDefaults.variables.contains(name), name != child.name {
            report.add(
                .error(
                    FrontlineCode.variableName,
                    "`\(child.name)` is taken by the platform's own `\(name)`", at: place,
                    help: "use `{\(name)}`, or another name"))
        }
        names[name] = child
    }

    private static func unaddressable(_ child: FrontlineChild) -> Diagnostic {
        .error(
            FrontlineCode.childKey,
            "the key of \(child.type == FrontlineChild.variable ? "a variable" : "an intent") "
                + "is made of letters, digits, `_` and `-`: `\(child.id)`",
            at: child.span, help: "write a plain key, and this as its `name`")
    }

    private static func duplicate(
        _ child: FrontlineChild, _ first: FrontlineChild
    ) -> Diagnostic {
        .error(
            FieldCode.duplicateKeyValue.frontline, "each `name` must be unique: `\(child.id)`",
            at: child.span, secondary: [.init(first.span, "first used here")])
    }
}
