package dev.regulars.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A community has at most 50 webhooks, however many are created at once. */
@QuarkusTest
class WebhookLimitTest {

    static final String WEBHOOK =
            TestCommunity.webhook("https://nowhere.invalid/").encode();

    KafkaRecords records;

    @Test
    void w6FiftyOfSixtyConcurrentRequestsCreateAWebhook() {
        var community = new TestCommunity(records);

        List<Integer> statuses = Concurrently.call(60, i -> {
            var request = community.key().body(WEBHOOK);
            return (i % 2 == 0 ? request : request.header("Idempotency-Key", UUID.randomUUID()))
                    .post("/application/webhooks")
                    .statusCode();
        });

        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(50);
        List<String> ids = community.key().get("/application/webhooks").path("data._id");
        assertThat(ids).hasSize(50);
        community
                .key()
                .body(WEBHOOK)
                .post("/application/webhooks")
                .then()
                .statusCode(409)
                .body("meta.errors.message", hasItem("limit reached: webhooks 50"));

        community
                .key()
                .delete("/application/webhooks/{id}", ids.getFirst())
                .then()
                .statusCode(200);
        community.key().body(WEBHOOK).post("/application/webhooks").then().statusCode(201);
        new TestCommunity(records)
                .key()
                .body(WEBHOOK)
                .post("/application/webhooks")
                .then()
                .statusCode(201);
    }
}
