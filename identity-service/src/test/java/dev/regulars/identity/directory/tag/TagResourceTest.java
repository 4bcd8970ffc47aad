package dev.regulars.identity.directory.tag;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagResourceTest {

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void tagsReplaceThoseBeforeAndShowInUsersInfo() {
        TestMember ben = TestMembers.create(community);

        put(ben.id(), List.of("vip", " beta ", "vip"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Update tags success."))
                .body("data.tags", contains("vip", "beta"));
        info(ben).then().body("data.tags", contains("vip", "beta"));

        put(ben.id(), List.of()).then().statusCode(200).body("data.tags", empty());
        info(ben).then().body("data.tags", empty());
        assertThat(records.typesAbout(Topic.IDENTITY, community + ":" + ben.id(), 3))
                .containsExactly(typeOf(MemberProfiled.class), typeOf(MemberTagged.class), typeOf(MemberTagged.class));
    }

    @Test
    void badTagsAndStrangersAreRefused() {
        TestMember ben = TestMembers.create(community);

        put(ben.id(), nCopies(51, "x")).then().statusCode(400);
        put(ben.id(), List.of("x".repeat(51))).then().statusCode(400);
        put(ben.id(), List.of("\u202Egpj")).then().statusCode(400);
        put(ben.id(), List.of(Map.of("$gt", ""))).then().statusCode(400);
        put("f".repeat(24), List.of("vip")).then().statusCode(404);
        user(ben.id(), community, "member")
                .body(Map.of("tags", List.of("vip")))
                .put("/application/communities/{c}/members/{u}/tags", community, ben.id())
                .then()
                .statusCode(401);
        info(ben).then().body("data.tags", empty());
    }

    private Response put(String member, List<?> tags) {
        return key(community, "members")
                .body(Map.of("tags", tags))
                .put("/application/communities/{c}/members/{u}/tags", community, member);
    }

    private Response info(TestMember member) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", member.id()))
                .post("/integration/users/info");
    }
}
