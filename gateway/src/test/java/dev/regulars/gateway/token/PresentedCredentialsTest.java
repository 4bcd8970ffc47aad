package dev.regulars.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.route.AuthScheme;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedCredentialsTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void rocketChatsTokenNeedsItsUser() {
        headers.set("X-Auth-Token", "abc");
        headers.set("Authorization", "Bearer ignored");

        assertThat(PresentedCredentials.in(headers, AuthScheme.TOKEN_AND_USER).credentials())
                .isEmpty();
        headers.set("X-User-Id", "1");
        assertThat(PresentedCredentials.in(headers, AuthScheme.TOKEN_AND_USER).credentials())
                .containsExactly(Credential.tokenOf("1", "abc"));
        headers.add("X-User-Id", "2");
        assertThat(PresentedCredentials.in(headers, AuthScheme.TOKEN_AND_USER).invalidHeader())
                .isEqualTo("x-user-id");
    }

    @Test
    void bearerIsCaseInsensitive() {
        headers.set("authorization", "bEaReR abc");

        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER).credentials())
                .containsExactly(Credential.bearer("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer  ", "Basic YW5hOnB3", "abc"})
    void anyOtherSchemeIsAMissingCredential(String authorization) {
        headers.set("Authorization", authorization);

        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER))
                .isEqualTo(new PresentedCredentials(List.of(), null));
    }

    @Test
    void aBareKeyIsOneOnlyWhereTheRouteSaysSo() {
        String key = "0f".repeat(32);
        headers.set("Authorization", key);

        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER_OR_BARE_KEY)
                        .credentials())
                .containsExactly(Credential.bearer(key));
        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER).credentials())
                .isEmpty();
    }

    @Test
    void twoCredentialsAreInvalid() {
        headers.set("Authorization", "Bearer abc").set("x-api-key", "key");

        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER))
                .isEqualTo(new PresentedCredentials(List.of(), "authorization"));
        assertThat(PresentedCredentials.in(headers, AuthScheme.API_KEY))
                .isEqualTo(new PresentedCredentials(List.of(), "x-api-key"));
    }

    @Test
    void whereBothAreAllowedTheTokenComesLast() {
        headers.set("Authorization", "Bearer abc").set("x-api-key", "key");

        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER_AND_API_KEY)
                        .credentials())
                .containsExactly(Credential.apiKey("key"), Credential.bearer("abc"));
    }

    @Test
    void whereEitherIsAllowedBothTogetherAreInvalid() {
        headers.set("Authorization", "Bearer abc");
        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER_OR_API_KEY)
                        .credentials())
                .containsExactly(Credential.bearer("abc"));

        headers.set("x-api-key", "key");
        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER_OR_API_KEY))
                .isEqualTo(new PresentedCredentials(List.of(), "x-api-key"));

        headers.remove("Authorization");
        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER_OR_API_KEY)
                        .credentials())
                .containsExactly(Credential.apiKey("key"));
    }

    @Test
    void aTokenIsNotAnApiKey() {
        headers.set("Authorization", "Bearer abc");

        assertThat(PresentedCredentials.in(headers, AuthScheme.API_KEY))
                .isEqualTo(new PresentedCredentials(List.of(), null));
    }

    @Test
    void oneSentTwiceIsInvalid() {
        headers.add("Authorization", "Bearer abc").add("Authorization", "Bearer abc");
        assertThat(PresentedCredentials.in(headers, AuthScheme.BEARER))
                .isEqualTo(new PresentedCredentials(List.of(), "authorization"));

        headers.clear().add("x-api-key", "key").add("X-Api-Key", "key");
        assertThat(PresentedCredentials.in(headers, AuthScheme.API_KEY))
                .isEqualTo(new PresentedCredentials(List.of(), "x-api-key"));
    }
}
