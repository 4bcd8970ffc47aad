package dev.regulars.gateway.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.route.Credentials;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroughtTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void theSchemeIsBearerInAnyCase() {
        headers.set("authorization", "bEaReR abc");

        assertThat(Brought.in(headers, Credentials.TOKEN).credentials()).containsExactly(Credential.token("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer  ", "Basic YW5hOnB3", "abc"})
    void anythingElseIsNoCredential(String authorization) {
        headers.set("Authorization", authorization);

        assertThat(Brought.in(headers, Credentials.TOKEN)).isEqualTo(new Brought(List.of(), null));
    }

    @Test
    void twoAtOnceAreNone() {
        headers.set("Authorization", "Bearer abc").set("x-api-key", "key");

        assertThat(Brought.in(headers, Credentials.TOKEN)).isEqualTo(new Brought(List.of(), "authorization"));
        assertThat(Brought.in(headers, Credentials.KEY)).isEqualTo(new Brought(List.of(), "x-api-key"));
    }

    @Test
    void whereBothMayComeTheTokenSaysWhoCalls() {
        headers.set("Authorization", "Bearer abc").set("x-api-key", "key");

        assertThat(Brought.in(headers, Credentials.TOKEN_AND_KEY).credentials())
                .containsExactly(Credential.key("key"), Credential.token("abc"));
    }

    @Test
    void aTokenIsNoKey() {
        headers.set("Authorization", "Bearer abc");

        assertThat(Brought.in(headers, Credentials.KEY)).isEqualTo(new Brought(List.of(), null));
    }
}
