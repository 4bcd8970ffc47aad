package dev.regulars.messaging;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.testkit.KafkaRecords;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A community of one test, as its events tell of it, with an owner, members and channels. */
public final class ChatCommunity {

    private static final AtomicInteger USER_IDS = new AtomicInteger(1_000);
    private static final List<String> EVERYONES =
            List.of("view_message_history", "post_messages", "attach_files", "share_links");

    /** A member as the API names them. */
    public record Person(String accountId, String userId, String username) {

        public String email() {
            return username + "@example.com";
        }
    }

    public final String id = newId();
    public final Person owner;
    private final KafkaRecords records;
    private final TestIdentity identity;

    public ChatCommunity(KafkaRecords records, TestIdentity identity) {
        this.records = records;
        this.identity = identity;
        this.owner = person("owner");
        tell(new ServerCreated(id, owner.accountId(), "Chess", "UTC"), 1);
        tell(new RoleCreated(id, id, "@all", 0, EVERYONES), 1);
        tell(new MemberJoined(id, owner.accountId(), Instant.now()), 1);
    }

    public static String newId() {
        return Secrets.key().substring(0, 24);
    }

    /** A new member with these roles. */
    public Person member(String name, String... roleIds) {
        Person person = person(name);
        tell(new MemberJoined(id, person.accountId(), Instant.now().minusSeconds(3_600)), 1);
        if (roleIds.length > 0) {
            tell(new MemberRolesChanged(id, person.accountId(), List.of(roleIds)), 2);
        }
        awaitMember(person);
        return person;
    }

    private Person person(String name) {
        String userId = String.valueOf(USER_IDS.incrementAndGet());
        var person = new Person(newId(), userId, name + userId);
        identity.addPerson(id, person.accountId(), userId, person.username());
        return person;
    }

    public String role(String... permissions) {
        String role = newId();
        tell(new RoleCreated(id, role, "Role", 5, List.of(permissions)), 1);
        return role;
    }

    public String channel(String type, ChannelOverwrite... overwrites) {
        String channel = newId();
        tell(new ChannelCreated(id, channel, "General", type, List.of(overwrites)), 1);
        await().until(() -> list("channel_id=" + channel).statusCode() == 200);
        return channel;
    }

    /** A channel that only holders of a role see. */
    public String channelOf(String roleId) {
        return channel(
                "open",
                new ChannelOverwrite("role", id, List.of(), List.of("view_message_history")),
                new ChannelOverwrite("role", roleId, List.of("view_message_history"), List.of()));
    }

    public void overwrite(String channel, int n, ChannelOverwrite... overwrites) {
        tell(new ChannelChanged(id, channel, "General", "open", List.of(overwrites)), n);
    }

    public void tell(CommunityEvent event, long n) {
        records.put(Topic.COMMUNITY, event, n);
    }

    /** The roles of all events so far are there when a later event of the same partition is; so ask until it is. */
    private void awaitMember(Person person) {
        await().until(() ->
                as(person).get("/application/communities/{c}/unread", id).statusCode() == 200);
    }

    public RequestSpecification byKey() {
        return key(id, "sendMessage", "replyMessage", "reactMessage", "getMessages", "getChannels");
    }

    public RequestSpecification as(Person person) {
        String level = person.equals(owner) ? "owner" : "member";
        return user(person.accountId(), id, level);
    }

    /** With the community's key. */
    public Response send(String channel, Person sender, String message, Object... more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("channelId", channel, "message", message, "sender", sender.username()));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return byKey().body(body).post("/integration/messages/send");
    }

    /** The id of a message that was sent now. */
    public String sent(String channel, Person sender, String message) {
        send(channel, sender, message).then().statusCode(200);
        return list("channel_id=" + channel + "&count=1").path("data.messages[0].id");
    }

    public Response list(String query) {
        return byKey().get("/integration/messages?" + query);
    }

    public List<Map<String, Object>> since(String channel, long seq) {
        return byKey().get("/application/communities/{c}/channels/{id}/messages?limit=200&since=" + seq, id, channel)
                .then()
                .statusCode(200)
                .extract()
                .path("data");
    }

    /** The places of a channel, once there are as many. */
    public List<Long> seqs(String channel, int count) {
        return await().until(
                        () -> new ArrayList<>(since(channel, 0).stream()
                                .map(one -> ((Number) one.get("seq")).longValue())
                                .toList()),
                        all -> all.size() >= count);
    }
}
