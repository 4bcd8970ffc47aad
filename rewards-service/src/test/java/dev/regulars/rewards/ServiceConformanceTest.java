package dev.regulars.rewards;

import dev.regulars.testkit.document.CommittedDocuments;
import dev.regulars.testkit.document.ServiceConformance;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceConformanceTest {

    @Test
    void itIsHealthyPoliteAndDescribedAsPublished() {
        CommittedDocuments.check(ServiceConformance.check(RestAssured.port));
    }
}
