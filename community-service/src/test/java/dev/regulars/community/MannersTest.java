package dev.regulars.community;

import dev.regulars.testkit.Copies;
import dev.regulars.testkit.Manners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MannersTest {

    @Test
    void itIsHealthyPoliteAndDescribedAsPublished() {
        Copies.check(Manners.check(RestAssured.port));
    }
}
