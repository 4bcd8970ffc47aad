package dev.regulars.community.role;

import static dev.regulars.community.Community.create;
import static dev.regulars.community.Community.delete;
import static dev.regulars.community.Community.roleBody;
import static dev.regulars.community.Community.update;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.systemKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.regulars.community.Community;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RoleResourceTest {

    KafkaRecords records;
    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aRoleIsCreatedListedUpdatedAndDeleted() {
        String id = create(community.bySystemKey(), roleBody("Gold", 5, "create_invite", "post_messages"))
                .statusCode(200)
                .body("meta.message", equalTo("Role has been created successfully"))
                .body("body._id", matchesPattern("[0-9a-f]{24}"))
                .body("body.class", equalTo("red"))
                .body("body.serverPermissions.create_invite", equalTo(true))
                .body("body.serverPermissions.manage_roles", equalTo(false))
                .body("body.channelPermissions.view_message_history", equalTo(true))
                .body("body.__v", equalTo(0))
                .extract()
                .path("body._id");

        update(community.bySystemKey(), id, roleBody("Silver", 4, "overwrite_language"))
                .statusCode(200)
                .body("body.title", equalTo("Silver"))
                .body("body.serverPermissions.overwrite_language", equalTo(true))
                .body("body.serverPermissions.overwrite_language_settings", equalTo(true))
                .body("body.channelPermissions.view_message_history", equalTo(true));
        community
                .byOwner()
                .get("/system/servers/{id}/roles", community.id)
                .then()
                .body("meta.message", equalTo("Roles fetched successfully"))
                .body("body.title", contains("Silver", "@all"));
        delete(community.byOwner(), id)
                .statusCode(200)
                .body("meta.message", equalTo("Role has been deleted successfully"))
                .body("body._id", equalTo(id));
        community.bySystemKey().get("/system/roles").then().body("body", hasSize(1));
        assertThat(records.typesAbout(Topic.COMMUNITY, community.id + ":" + id, 3))
                .containsExactly("community.role.created.v1", "community.role.changed.v1", "community.role.deleted.v1");
    }

    @Test
    void aPermissionThatARequestDoesNotNameStaysAsItWas() {
        String id = community.role(5, "manage_roles");

        update(community.bySystemKey(), id, roleBody("Gold", 5))
                .body("body.serverPermissions.manage_roles", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "title, LONG",
        "title, \u202Eevil",
        "title, \u200B",
        "class, ''",
        "order, -1",
        "billable, maybe",
        "server_permissions, {}",
        "channel_permissions, 5"
    })
    void aWrongFieldIsNamed(String field, String value) {
        var body = roleBody("Gold", 5);
        body.put(field, value.equals("LONG") ? "a".repeat(10_000) : value.equals("-1") ? -1 : value);

        create(community.bySystemKey(), body).statusCode(400).body("meta.message", containsString(field));
    }

    @Test
    void anUnknownPermissionAndAMissingOneAreNamed() {
        var body = roleBody("Gold", 5);
        body.put("channel_permissions", Map.of("fly", true));

        create(community.bySystemKey(), body)
                .statusCode(400)
                .body("meta.message", containsString("channel_permissions.fly is an unknown property"))
                .body("meta.message", containsString("channel_permissions.share_Attachments is required"));
    }

    @Test
    void everyoneStays() {
        delete(community.byOwner(), community.id)
                .statusCode(409)
                .body("meta.message", equalTo("The role @all cannot be deleted, given or taken"));
        update(community.byOwner(), community.id, roleBody("@all", 0)).statusCode(200);
        update(community.byOwner(), community.id, roleBody("everyone", 0)).statusCode(400);
    }

    @Test
    void nobodyActsAboveTheirHighestRoleOrGrantsWhatTheyDoNotHold() {
        String manager = community.member(community.role(5, "manage_roles", "create_invite"));
        String equal = community.role(5);
        String below = community.role(4);

        create(by(manager), roleBody("New", 4, "create_invite")).statusCode(200);
        create(by(manager), roleBody("New", 5)).statusCode(401);
        create(by(manager), roleBody("New", 4, "ban_members")).statusCode(401);
        update(by(manager), below, roleBody("Gold", 5)).statusCode(401);
        delete(by(manager), equal).statusCode(401);
        delete(by(manager), below).statusCode(200);
    }

    @Test
    void whoMayNotManageRolesAndWhoIsFromElsewhereIsRefused() {
        String id = community.role(5);

        member(community.member(), community.id, "create_invite")
                .get("/system/roles")
                .then()
                .statusCode(401);
        delete(by(community.member()), id).statusCode(401);
        key(community.id, "members").get("/system/roles").then().statusCode(401);
        delete(systemKey("e".repeat(24), community.owner), id)
                .statusCode(404)
                .body("meta.message", equalTo("Record Not Found"));
        systemKey("e".repeat(24), community.owner)
                .get("/system/servers/{id}/roles", community.id)
                .then()
                .statusCode(404);
    }

    private RequestSpecification by(String account) {
        return member(account, community.id, "manage_roles");
    }
}
