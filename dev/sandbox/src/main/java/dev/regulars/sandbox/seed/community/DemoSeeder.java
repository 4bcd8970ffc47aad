package dev.regulars.sandbox.seed.community;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.local.LocalMail;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.receiver.DeliveryFilter;
import dev.regulars.sandbox.receiver.EncryptionMode;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.Permissions;
import dev.regulars.sandbox.seed.SeedClient;
import dev.regulars.sandbox.seed.loyalty.GamesSeed;
import dev.regulars.sandbox.seed.loyalty.LedgerSeed;
import dev.regulars.sandbox.seed.loyalty.RewardsSeed;
import dev.regulars.sandbox.seed.loyalty.StreaksSeed;
import dev.regulars.sandbox.seed.partner.IncomingSeed;
import dev.regulars.sandbox.seed.partner.KeySeed;
import dev.regulars.sandbox.seed.partner.WidgetSeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Seeds the demo community through the public API alone. */
public record DemoSeeder(SandboxHome home, LocalMail mail, Receivers receivers) {

    private static final String EVENT = "user_join_server";
    private static final String MEMBER_PASSWORD = "Member-Pass-1";

    public Demo seed() {
        SeedClient api = SeedClient.anonymous(home.gateway());
        OwnerSignUp.Login login = new OwnerSignUp(api, mail).signUp();
        SeedClient owner = api.as(login.token());
        var community = Demo.Community.of(owner.post("/api/v1/servers", Map.of("name", "Demo community")));
        var keys = new KeySeed(api, owner, community);
        String apiKey = keys.apiKey();
        SeedClient partner = api.as(apiKey);
        List<Demo.Webhook> hooks =
                List.of(subscribe(partner, EncryptionMode.GCM), subscribe(partner, EncryptionMode.CBC));
        Demo.Person member = member(partner);
        hooks.forEach(hook -> awaitJoin(hook, member));
        new LedgerSeed(owner, partner, community).seed(member);
        Demo.Channel channel = furnish(owner, community, member);
        new FieldsSeed(partner, community).seed(member);
        Demo.ForumTopic topic = new MessagesSeed(owner, partner, community, member).seed(channel);
        new AnalysisSeed(partner, community, member).seed(channel);
        new StreaksSeed(owner, partner, community).seed(member);
        new RewardsSeed(api, partner).seed(community, member);
        new GamesSeed(api, partner, community).seed(member);
        var widgets = new WidgetSeed(home, owner, partner, community);
        return new Demo(
                home.gateway(),
                home.control(),
                widgets.proveDomain(),
                login.owner(),
                member,
                apiKey,
                keys.systemKey(),
                keys.userKey(member),
                keys.ssoKey(),
                keys.widgetKey(),
                widgets.widgets(channel),
                widgets.accessKey(),
                channel,
                topic,
                hooks.getFirst(),
                hooks,
                new IncomingSeed(partner, community).seed(member, channel));
    }

    /** A role that the member has, a channel, and a visit. */
    private static Demo.Channel furnish(SeedClient owner, Demo.Community community, Demo.Person member) {
        String inCommunity = "?communityId=" + community.objectId();
        String role = owner.post("/api/v1/roles" + inCommunity, Permissions.role("Gold", 5))
                .path("_id")
                .asText();
        owner.postAndDiscard("/api/v1/roles/" + role + "/add" + inCommunity, Map.of("userId", member.objectId()));
        JsonNode channel =
                owner.post("/api/v1/channels" + inCommunity, Map.of("topic", "General", "channelType", "open"));
        owner.postAndDiscard("/apis/v1/communities/" + community.objectId() + "/visits", Map.of());
        return new Demo.Channel(channel.path("_id").asText());
    }

    private Demo.Webhook subscribe(SeedClient partner, EncryptionMode mode) {
        String name = "demo-" + mode;
        String url = home.control() + "/receivers/" + name;
        JsonNode created = partner.post(
                "/v1/webhooks",
                Map.of("name", name, "url", url, "events", List.of(EVENT), "encryption", Map.of("mode", mode)));
        var hook = new Demo.Webhook(
                created.path("_id").asText(),
                name,
                url,
                mode,
                created.path("aesKey").asText(),
                created.path("secret").asText());
        receivers.configure(name, hook.secrets());
        return hook;
    }

    private static Demo.Person member(SeedClient partner) {
        JsonNode user = partner.post(
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

    private void awaitJoin(Demo.Webhook hook, Demo.Person member) {
        var wanted = new DeliveryFilter(EVENT, hook.name(), member.email(), 0);
        for (int tries = 0; tries < 600; tries++) {
            if (!receivers.deliveries(wanted).isEmpty()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("Seeding failed: " + EVENT + " did not reach " + hook.url() + " within 60 s");
    }
}
