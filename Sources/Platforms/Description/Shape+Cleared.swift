public import Documents

extension Shape {
    /// Members in which null stands for what their field is without a value, as far as its
    /// description says what that is: an empty text, an empty list. Bodies that replace a whole
    /// object take no null.
    public func cleared(_ members: Object) -> Object {
        Object(
            members: members.members.map { member in
                guard member.value.isNull, let value = field(member.key)?.rules.defaultValue else {
                    return member
                }
                return Object.Member(member.key, value)
            })
    }
}
