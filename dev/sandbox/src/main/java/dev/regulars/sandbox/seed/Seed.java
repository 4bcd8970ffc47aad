package dev.regulars.sandbox.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.local.LocalMail;
import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.receiver.Mode;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.receiver.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Makes the demo community on empty data, as a stranger would: with the public API alone. */
public record Seed(Home home, LocalMail mail, Receivers receivers) {

    private static final String EVENT = "user_join_server";
    private static final String MEMBER_PASSWORD = "Member-Pass-1";

    public Demo plant() {
        Api api = Api.anonymous(home.gateway());
        SeedOwner.Login login = new SeedOwner(api, mail).signUp();
        Api owner = api.as(login.token());
        var community = Demo.Community.of(owner.ask("/api/v1/servers", Map.of("name", "Demo community")));
        String apiKey =
                key(owner, community, Map.of("name", "Demo", "permissions", Permissions.ALL, "expirePeriod", 0));
        String systemKey = key(owner, community, Map.of("name", "Demo system", "kind", "system", "expirePeriod", 0));
        Api partner = api.as(apiKey);
        List<Demo.Hook> hooks = List.of(subscribe(partner, Mode.GCM), subscribe(partner, Mode.CBC));
        Demo.Person member = member(partner);
        hooks.forEach(hook -> awaitJoin(hook, member));
        return new Demo(
                home.gateway(),
                home.control(),
                community,
                login.owner(),
                member,
                apiKey,
                systemKey,
                hooks.getFirst(),
                hooks);
    }

    private static String key(Api owner, Demo.Community community, Map<String, ?> wish) {
        return owner.ask("/apis/v1/communities/" + community.objectId() + "/api-keys", wish)
                .path("key")
                .asText();
    }

    private Demo.Hook subscribe(Api partner, Mode mode) {
        String name = "demo-" + mode;
        String url = home.control() + "/receivers/" + name;
        JsonNode made = partner.ask(
                "/v1/webhooks",
                Map.of("name", name, "url", url, "events", List.of(EVENT), "encryption", Map.of("mode", mode)));
        var hook = new Demo.Hook(
                made.path("_id").asText(),
                name,
                url,
                mode,
                made.path("aesKey").asText(),
                made.path("secret").asText());
        receivers.configure(name, hook.trust());
        return hook;
    }

    private static Demo.Person member(Api partner) {
        JsonNode user = partner.ask(
                "/apis/v1/users",
                Map.ofEntries(
                        Map.entry("firstname", "Max"),
                        Map.entry("lastname", "Member"),
                        Map.entry("username", "member"),
                        Map.entry("displayname", "Max"),
                        Map.entry("email", "member@example.com"),
                        Map.entry("password", MEMBER_PASSWORD),
                        Map.entry("confirmPassword", MEMBER_PASSWORD),
                        Map.entry("accessLevel", 0),
                        Map.entry("joinServer", true),
                        Map.entry("emailPassword", false),
                        Map.entry("sendEmail", false)));
        return Demo.Person.of(user, MEMBER_PASSWORD);
    }

    private void awaitJoin(Demo.Hook hook, Demo.Person member) {
        var wanted = new Wanted(EVENT, hook.name(), member.email(), 0);
        for (int tries = 0; tries < 600; tries++) {
            if (!receivers.deliveries(wanted).isEmpty()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("Seeding failed: " + EVENT + " did not reach " + hook.url() + " within 60 s");
    }
}
