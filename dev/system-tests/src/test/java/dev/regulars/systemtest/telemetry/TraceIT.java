package dev.regulars.systemtest.telemetry;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.DemoApiKeys;
import dev.regulars.systemtest.sandbox.NewMembers;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.TraceCollector;
import dev.regulars.testkit.TraceCollector.Step;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With tracing enabled, a request and everything it causes are one trace, up to the webhook delivery. */
@ExtendWith(SharedSandbox.class)
class TraceIT {

    private static final String CALLER = "00f067aa0ba902b7";

    private final SandboxProcess sandbox;
    private final TraceCollector spans;

    TraceIT(SandboxProcess sandbox, TraceCollector spans) {
        this.sandbox = sandbox;
        this.spans = spans;
    }

    @Test
    void aJoinIsOneTraceFromTheGatewayToBothDeliveries() throws IOException, InterruptedException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String key = new DemoApiKeys(sandbox)
                .create("createUser", Map.of())
                .path("key")
                .asText();
        NewMembers.one(sandbox, key, Map.of("traceparent", "00-" + trace + "-" + CALLER + "-01"));

        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(spans.of(trace))
                .extracting(Step::service, Step::name)
                .contains(
                        tuple("identity-service", "POST /internal/credentials/resolve"),
                        tuple("identity-service", "POST /integration/users"),
                        tuple("identity-service", "publish identity.account.registered.v1"),
                        tuple("community-service", "POST /internal/memberships"),
                        tuple("community-service", "publish community.member.joined.v1"),
                        tuple("webhook-service", "community.events receive"),
                        tuple("webhook-service", "deliver user_join_server")));
        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(spans.roots(trace))
                .extracting(Step::service, Step::parent)
                .containsExactly(tuple("gateway", CALLER)));
    }
}
