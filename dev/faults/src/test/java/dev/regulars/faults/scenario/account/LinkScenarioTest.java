package dev.regulars.faults.scenario.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.scenario.delivery.ReceivedDeliveries;
import dev.regulars.faults.scenario.delivery.ReceivedDeliveriesTest;
import dev.regulars.faults.suite.RetryingClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkScenarioTest {

    private static final String INFO = "/apis/v1/users/info";
    private static final String CONFIRM = "/v1/auth/account-links/confirm";

    private final ScriptedServer server = new ScriptedServer();
    private final RetryingClient client = server.client();
    private final ReceivedDeliveries deliveries = new ReceivedDeliveries(List.of("demo"));
    private final LinkScenario links =
            new LinkScenario("key", new SignUpScenario(server.mails()), server.mails(), deliveries);

    LinkScenarioTest() throws IOException {
        server.responds(ScriptedServer.REGISTER, 200)
                .responds(ScriptedServer.VERIFY, 200, 200, 400)
                .responds(ScriptedServer.LOGIN, 200, ScriptedServer.LOGGED_IN)
                .responds("/apis/v1/users", 202)
                .mail("sam1@example.com", "123456");
        server.mail("sam1@example.com", "ab".repeat(32));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void acceptingMakesAMemberAndADelivery() {
        server.responds(INFO, 404, 404, 200).responds(CONFIRM, 200, 200, 400);
        links.run(client);
        assertThat(links.accepted()).containsOnlyKeys("sam1@example.com");
        assertThat(links.violations()).containsExactly("sam1@example.com accepted, and a receiver got no delivery");
        deliveries.record(ReceivedDeliveriesTest.delivery("demo", "sam1@example.com", "1", "body"));
        assertThat(links.violations()).isEmpty();
        links.verify(client);
        server.forget(INFO).responds(INFO, 404);
        assertThatThrownBy(() -> links.verify(client)).hasMessageContaining("expected 200");
    }

    @Test
    void aTokenThatIsAcceptedTwiceIsAViolation() {
        server.responds(INFO, 404).responds(CONFIRM, 200);
        assertThatThrownBy(() -> links.run(client)).hasMessageContaining("expected 400");
    }

    @Test
    void aMemberBeforeAcceptingIsAViolation() {
        server.responds(INFO, 200);
        assertThatThrownBy(() -> links.run(client)).hasMessageContaining("expected 404");
    }

    @Test
    void aMemberWithoutAConfirmationIsAViolation() {
        server.forget("/apis/v1/users").responds("/apis/v1/users", 200);
        assertThatThrownBy(() -> links.run(client)).hasMessageContaining("expected 202");
    }
}
