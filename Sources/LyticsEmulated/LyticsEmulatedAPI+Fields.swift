import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The fields of a table, with types, descriptions and merge operations.
    static func listFields(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        guard exchange.part(2) == "user" else {
            throw .missing("schema", exchange.part(2), code: "SCHEMA-NOTFOUND-010")
        }
        return exchange.answer(.list(sampleFields))
    }

    /// The table `user`, one field a line: name, type, merge operation, description. A field whose
    /// merge operation is `identifier` tells people apart and is personal. Which fields an account
    /// has, and the words for merge operations but `latest`, are assumptions.
    private static let sampleFields: [Value] = fieldTable.split(separator: "\n").map { line in
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        let isIdentifier = words[2] == "identifier"
        return [
            "id": .text(words[0]), "type": .text(words[1]), "shortdesc": .text(words[3]),
            "longdesc": "", "mergeop": .text(isIdentifier ? "latest" : words[2]),
            "is_identifier": .bool(isIdentifier), "is_pii": .bool(isIdentifier),
        ]
    }

    private static let fieldTable = """
        _uid string identifier The id of a browser
        cart_abandoned bool latest Whether a cart was left
        churn_score number latest How likely the person leaves
        country string latest The country
        created date oldest When the person was first seen
        email string identifier The email address
        email_opened bool latest Whether an email was opened
        engagement number latest How engaged the person is
        first_name string latest The first name
        interests []string set What the person reads about
        last_order date latest When the last order came
        last_visit date latest When the person last came
        lifetime_value number latest What the person spent
        newsletter_opens int sum How often a newsletter was opened
        order_count int sum How many orders there are
        plan string latest The plan
        tier string latest The loyalty tier
        unsubscribed bool latest Whether the person wants no email
        user_id string identifier The id in the shop
        """
}
