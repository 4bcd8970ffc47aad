package dev.regulars.gateway.portal;

import dev.regulars.testkit.CommittedDocuments;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void theWholeDocumentIsThatOfTheServicesBehindTheRoutes() {
        CommittedDocuments.compare("openapi/regulars.json", new Merge().merged(), "make openapi");
    }
}
