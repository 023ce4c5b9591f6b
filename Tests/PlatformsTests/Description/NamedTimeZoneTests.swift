import Testing

@testable import Platforms

@Suite struct `A time zone` {
    @Test(arguments: ["UTC", "GMT", "Europe/Berlin", "America/Los_Angeles", "Etc/GMT+1"])
    func `is found by its name`(name: String) {
        #expect(NamedTimeZone(name)?.name == name)
    }

    @Test(arguments: ["Mars/Base", "", "berlin", "Europe", "Europe/Berln", "America/Los_Angelos"])
    func `is not found by a name that is none`(name: String) {
        #expect(NamedTimeZone(name) == nil)
    }

    @Test(arguments: [
        ("Europe/Berln", "Europe/Berlin"), ("America/Los_Angelos", "America/Los_Angeles"),
        ("berlin", "Europe/Berlin"), ("Los Angeles", "America/Los_Angeles"),
        ("Tokio", "Asia/Tokyo"),
    ])
    func `is offered by its nearest name, or by its city`(text: String, name: String) {
        #expect(NamedTimeZone.nearest(to: text) == name)
    }

    @Test(arguments: ["", "/", "0800"])
    func `is not offered where none is near`(text: String) {
        #expect(NamedTimeZone.nearest(to: text) == nil)
    }
}
