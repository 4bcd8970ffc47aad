package dev.regulars.sandbox.seed.partner;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.Permissions;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.List;
import java.util.Map;

/** Keys of the demo community and its member. */
public record KeySeed(SeedClient api, SeedClient owner, Demo.Community community) {

    private static final List<String> OF_USERS =
            List.of("sendMessages", "readOwnProfile", "updateOwnProfile", "readOwnMessages");

    /** With every permission. */
    public String apiKey() {
        return key(Map.of("name", "Demo", "permissions", Permissions.ALL, "expirePeriod", 0));
    }

    public String systemKey() {
        return key(Map.of("name", "Demo system", "kind", "system", "expirePeriod", 0));
    }

    /** For signing members in to widgets. */
    public String widgetKey() {
        return key(Map.of("name", "Demo widgets", "permissions", List.of("widgets"), "expirePeriod", 0));
    }

    public String ssoKey() {
        return key(Map.of("name", "Demo site", "kind", "sso", "expirePeriod", 0));
    }

    /** A key that acts as the member. */
    public String userKey(Demo.Person member) {
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
