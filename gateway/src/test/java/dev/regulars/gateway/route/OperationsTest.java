package dev.regulars.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final RouteMatcher routes = new RouteMatcher();
    private final Operations operations = new Operations(new ObjectMapper(), routes);

    @Test
    void theDocumentTellsWhichOperationsNeedACredential() {
        assertThat(requiresCredential("/v1/users", "POST")).isTrue();
        assertThat(requiresCredential("/api/v1/apis/v1/webhooks/5", "DELETE")).isTrue();
        assertThat(requiresCredential("/api/v1/servers", "POST")).isTrue();
        assertThat(requiresCredential("/v1/auth/login", "POST")).isFalse();
    }

    @Test
    void whatIsNotDocumentedIsLeftToTheService() {
        assertThat(requiresCredential("/v1/users", "PUT")).isFalse();
    }

    private boolean requiresCredential(String path, String method) {
        return operations.requiresCredential(routes.find(path), method);
    }
}
