import Platforms
import Testing

@testable import Commands

struct CatalogTests {
    @Test func `it finds platforms, kinds and lookups by name`() {
        #expect(Catalog.platform("lytics")?.name == "lytics")
        #expect(Catalog.platform("nothing") == nil)
        #expect(Catalog.kind(KindName("lytics", "job"))?.name.type == "job")
        #expect(Catalog.lookup(KindName("lytics", "segment")) != nil)
        #expect(Catalog.kinds.filter { $0.name.platform == "lytics" }.count == 4)
    }
}
