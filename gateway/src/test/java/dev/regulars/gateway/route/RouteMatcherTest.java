package dev.regulars.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteMatcherTest {

    private static final String ID = "0123456789abcdef01234567";

    private final RouteMatcher routes = new RouteMatcher();

    @ParameterizedTest
    @CsvSource({
        "/apis/v1/users, identity, /integration/users",
        "/v1/users/info, identity, /integration/users/info",
        "/api/v1/apis/v1/users/info, identity, /integration/users/info",
        "/api/v1/auth/login, identity, /system/auth/login",
        "/api/v1/servers, community, /system/servers",
        "/v1/webhooks/5, webhook, /application/webhooks/5",
    })
    void aPrefixMapsToServiceAndFamily(String path, String service, String upstreamPath) {
        Route route = routes.find(path);

        assertThat(route).isNotNull();
        assertThat(route.service()).isEqualTo(service);
        assertThat(route.upstreamPath(path)).isEqualTo(upstreamPath);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/v1",
                "/v1/",
                "/v1/users/",
                "/v1//users",
                "/v1/users/info/more",
                "/internal/jwks",
                "/q/metrics",
                "/api/v1/users/info",
                "/v1/webhooks/",
                "/v1/webhooks/..",
                "/v1/webhooks/%2e%2e",
                "/v1/webhooks/a%2Fb",
                "/v1/webhooks/%zz",
                "/v2/api/anything"
            })
    void anyOtherPathHasNoRoute(String path) {
        assertThat(routes.find(path)).isNull();
    }

    @Test
    void theCommunityIsTakenFromThePath() {
        String path = "/apis/v1/communities/" + ID + "/api-keys";

        assertThat(routes.find(path).community(path)).isEqualTo(ID);
        assertThat(routes.find("/v1/users").community("/v1/users")).isNull();
    }

    @Test
    void theAuthSchemeFollowsTheFamilyUnlessTheRouteOverridesIt() {
        assertThat(routes.find("/v1/users").auth()).isEqualTo(AuthScheme.BEARER);
        assertThat(routes.find("/api/v1/auth/login").auth()).isEqualTo(AuthScheme.API_KEY);
        assertThat(routes.find("/api/v1/servers").auth()).isEqualTo(AuthScheme.BEARER_AND_API_KEY);
    }
}
