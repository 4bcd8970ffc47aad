package dev.regulars.sandbox.seed;

import java.util.List;
import java.util.Map;

/** Keys of the demo community and its member. */
record KeySeed(SeedClient api, SeedClient owner, Demo.Community community) {

    private static final List<String> OF_USERS =
            List.of("sendMessages", "readOwnProfile", "updateOwnProfile", "readOwnMessages");

    /** With every permission. */
    String apiKey() {
        return key(Map.of("name", "Demo", "permissions", Permissions.ALL, "expirePeriod", 0));
    }

    String systemKey() {
        return key(Map.of("name", "Demo system", "kind", "system", "expirePeriod", 0));
    }

    /** For signing members in to widgets. */
    String widgetKey() {
        return key(Map.of("name", "Demo widgets", "permissions", List.of("widgets"), "expirePeriod", 0));
    }

    String ssoKey() {
        return key(Map.of("name", "Demo site", "kind", "sso", "expirePeriod", 0));
    }

    /** A key that acts as the member. */
    String userKey(Demo.Person member) {
        String token = api.post("/api/v1/auth/login", Map.of("email", member.email(), "password", member.password()))
                .path("token")
                .asText();
        return api.as(token)
                .post(
                        "/apis/v1/users/apikeys?userId=" + member.objectId(),
                        Map.of(
                                "name",
                                "Demo bot",
                                "permissions",
                                OF_USERS,
                                "expirePeriod",
                                0,
                                "expireDate",
                                "",
                                "communityId",
                                community.objectId()))
                .path("key")
                .asText();
    }

    private String key(Map<String, ?> body) {
        return owner.post("/apis/v1/communities/" + community.objectId() + "/api-keys", body)
                .path("key")
                .asText();
    }
}
