package dev.regulars.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.scenario.account.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CodesSingleUseTest {

    @Test
    void aReusableCodeIsAPermanentViolation() throws IOException {
        try (var server = new ScriptedServer()) {
            var signUps = server.signedUp();
            var client = server.client();
            assertThat(new CodesSingleUse(signUps, client).violations()).isEmpty();

            server.forget(ScriptedServer.VERIFY).responds(ScriptedServer.VERIFY, 200, 400);
            var invariant = new CodesSingleUse(signUps, client);
            assertThat(invariant.violations()).singleElement().asString().contains("sam1@example.com");
            assertThat(invariant.violations()).hasSize(1);
        }
    }
}
