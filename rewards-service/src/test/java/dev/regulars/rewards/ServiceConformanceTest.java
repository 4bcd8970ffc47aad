package dev.regulars.rewards;

import dev.regulars.testkit.CommittedDocuments;
import dev.regulars.testkit.ServiceConformance;
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
