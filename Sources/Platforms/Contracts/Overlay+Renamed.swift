public import Documents

extension Overlay {
    /// A list that is read under one name and sent back under another.
    public struct Renamed: Sendable, Hashable {
        /// What is sent of an element.
        public enum Element: Sendable, Hashable {
            /// The value of one member.
            case member(String)
            /// Some members, those that are null left out.
            case members([String])
        }

        /// The top-level member of the read object.
        public var read: String
        /// The member that is sent.
        public var sent: String
        /// What is sent of each element.
        public var element: Element

        /// Describes a list of two names.
        public init(read: String, sent: String, element: Element) {
            self.read = read
            self.sent = sent
            self.element = element
        }

        /// The list as it is sent back; nil where it was not read.
        public func list(of object: Object) -> Value? {
            guard let elements = object[read]?.list else { return nil }
            return .list(elements.compactMap(part))
        }

        private func part(of element: Value) -> Value? {
            switch self.element {
            case .member(let name): element[name]
            case .members(let names):
                .object(
                    Object(
                        members: (element.object ?? [:]).filter {
                            names.contains($0.key) && !$0.value.isNull
                        }))
            }
        }
    }
}
