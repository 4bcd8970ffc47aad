package dev.regulars.community.channel;

import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.service;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.community.Community;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoomTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aMemberSeesTheRoomsThatTheyMayReadWithTheirRolesInThem() {
        String role = community.role(3);
        String ben = community.member();
        String open = channel("General", "open");
        String closed = channel("Staff", "open");
        String direct = channel("Ben and the owner", "direct");
        for (String channel : List.of(closed, direct)) {
            overwrite(channel, "role/" + community.id, "deny");
        }
        overwrite(closed, "role/" + role, "allow");
        overwrite(direct, "user/" + ben, "allow");
        overwrite(direct, "user/" + community.owner, "allow");

        give(community.byOwner(), open, ben, "moderator", "owner", "owner")
                .statusCode(200)
                .body("message", equalTo("Update room roles success."))
                .body("data.roles", equalTo(List.of("owner", "moderator")));

        rooms(ben)
                .body("rooms.channelId", containsInAnyOrder(open, direct))
                .body("rooms.find { it.type == 'c' }.roles", equalTo(List.of("owner", "moderator")))
                .body("rooms.find { it.type == 'c' }.name", equalTo("General"))
                .body("rooms.find { it.type == 'd' }.members", containsInAnyOrder(ben, community.owner));
        community.add(community.bySystemKey(), role, ben).then().statusCode(200);
        rooms(ben).body("rooms.find { it.type == 'p' }.channelId", equalTo(closed));
    }

    @Test
    void rolesThatAreTakenAreGone() {
        String ben = community.member();
        String channel = channel("General", "open");
        give(community.byOwner(), channel, ben, "leader").statusCode(200);

        give(community.byOwner(), channel, ben).statusCode(200).body("data.roles", empty());

        rooms(ben).body("rooms[0].roles", empty());
    }

    @Test
    void whoMayNotManageChannelsAndWhatIsUnknownIsRefused() {
        String ben = community.member();
        String channel = channel("General", "open");

        give(member(ben, community.id, "post_messages"), channel, ben, "owner").statusCode(401);
        give(member(ben, community.id, "manage_channels"), channel, ben, "owner")
                .statusCode(401);
        give(community.byOwner(), channel, ben, "king")
                .statusCode(400)
                .body("meta.errors[0].message", containsString("owner, leader, moderator"));
        give(community.byOwner(), "e".repeat(24), ben, "owner").statusCode(404);
        give(community.byOwner(), channel, "e".repeat(24), "owner").statusCode(404);
    }

    private ValidatableResponse give(RequestSpecification by, String channel, String user, String... roles) {
        return by.body(Map.of("roles", List.of(roles)))
                .put("/application/communities/{id}/channels/{channel}/room-roles/{user}", community.id, channel, user)
                .then();
    }

    private static ValidatableResponse rooms(String account) {
        return service("identity-service")
                .get("/internal/rooms/{account}", account)
                .then()
                .statusCode(200);
    }

    private String channel(String topic, String type) {
        return community
                .bySystemKey()
                .body(Map.of("topic", topic, "channelType", type))
                .post("/system/channels")
                .path("body._id");
    }

    private void overwrite(String channel, String target, String what) {
        community
                .byOwner()
                .body(Map.of(what, List.of("view_message_history")))
                .put("/application/communities/" + community.id + "/channels/" + channel + "/overwrites/" + target)
                .then()
                .statusCode(200);
    }
}
