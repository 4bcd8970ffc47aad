package dev.regulars.gateway.portal;

import dev.regulars.testkit.Copies;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void theWholeDocumentIsThatOfTheServicesBehindTheRoutes() {
        Copies.compare("openapi/regulars.json", new Merge().merged(), "make openapi");
    }
}
