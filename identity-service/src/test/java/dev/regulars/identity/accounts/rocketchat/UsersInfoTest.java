package dev.regulars.identity.accounts.rocketchat;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static dev.regulars.testkit.Tokens.communitySession;
import static dev.regulars.testkit.Tokens.user;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersInfoTest {

    static final String INFO = "/rocketchat/users.info";
    static final Set<String> EVERYONE =
            Set.of("_id", "name", "username", "status", "statusText", "utcOffset", "type", "active", "canViewAllInfo");
    static final Set<String> ALL_INFO =
            Set.of("emails", "statusConnection", "createdAt", "lastLogin", "requirePasswordChange", "roles");

    LocalMail mail;
    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    CommunityServiceStub communities;
    LoggedInUser caller;
    LoggedInUser other;
    LoggedInUser stranger;

    @BeforeEach
    void meet() {
        communities = new CommunityServiceStub();
        caller = visitor(member(mail));
        other = visitor(member(mail));
        stranger = visitor(member(mail));
        records.put(Topic.COMMUNITY, new MemberJoined(community, caller.account(), Instant.now()), 1);
        records.put(Topic.COMMUNITY, new MemberJoined(community, other.account(), Instant.now()), 1);
        await().atMost(ofSeconds(20))
                .until(() -> info(Map.of("userId", other.account())).statusCode() == 200);
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void eachViewerSeesTheFieldsOfTheTable() {
        assertThat(fields(info(Map.of("userId", other.account())))).isEqualTo(EVERYONE);
        assertThat(fields(info(Map.of("username", other.name())))).isEqualTo(EVERYONE);
        assertThat(fields(info(Map.of("userId", other.name())))).isEqualTo(EVERYONE);
        assertThat(fields(info(Map.of("userId", caller.account())))).isEqualTo(union(EVERYONE, ALL_INFO, "services"));
        assertThat(fields(info(Map.of("username", caller.name())))).isEqualTo(union(EVERYONE, ALL_INFO, "services"));
        assertThat(fields(info(Map.of("userId", caller.name())))).isEqualTo(EVERYONE);
        assertThat(fields(caller.calls()
                        .queryParam("userId", caller.account())
                        .queryParam("fields", "x")
                        .get(INFO)))
                .contains("services");
    }

    @Test
    void servicesTellNoSecret() {
        Response info = info(Map.of("userId", caller.account()));

        assertThat(info.<Boolean>path("user.services.password")).isTrue();
        assertThat(info.<Boolean>path("user.services.email2fa.enabled")).isFalse();
        assertThat(info.<String>path("user.services.resume.loginTokens[0].hashedToken"))
                .contains("****");
        assertThat(info.<List<String>>path("user.roles")).containsExactly("user");
        assertThat(info.<Boolean>path("success")).isTrue();
        assertThat(info.contentType()).isEqualTo("application/json");
    }

    @Test
    void parametersAreRefusedInTheWordsOfTheValidator() {
        assertParametersRefused("", "required userId, required username, required importId");
        assertParametersRefused("includeUserRooms=true", "required userId, required username, required importId");
        assertParametersRefused("email=a%40example.com", "required userId, required username, required importId");
        assertParametersRefused("userId=a&username=b", "additional, additional, required importId");
        assertParametersRefused("userId=a&importId=b", "additional, required username, additional");
        assertParametersRefused("username=a&importId=b", "required userId, additional, additional");
        assertParametersRefused("userId=a&username=b&importId=c", "additional, additional, additional");
        assertParametersRefused("userId=a&other=b", "additional, required username, required importId");
    }

    private void assertParametersRefused(String query, String faults) {
        String text = faults.replaceAll("required (\\w+)", "must have required property '$1'")
                        .replace("additional", "must NOT have additional properties")
                        .replace(", ", "\n ")
                + "\n must match a schema in anyOf [invalid-params]";

        Response refused = caller.calls().get(query.isEmpty() ? INFO : INFO + "?" + query);

        assertThat(refused.statusCode()).as(query).isEqualTo(400);
        assertThat(refused.<Boolean>path("success")).isFalse();
        assertThat(refused.<String>path("error")).as(query).isEqualTo(text);
        assertThat(refused.<String>path("errorType")).isEqualTo("invalid-params");
    }

    @Test
    void refusalsAreToTheLetter() {
        assertThat(info(Map.of("userId", "")).asString())
                .isEqualTo("{\"success\":false,\"error\":\"Invalid search query.\"}");
        String notFound = "{\"success\":false,\"error\":\"User not found.\"}";
        assertThat(info(Map.of("userId", "W7NHuX5ri2e3mu2Fc")).asString()).isEqualTo(notFound);
        assertThat(info(Map.of("userId", stranger.account())).asString()).isEqualTo(notFound);
        assertThat(info(Map.of("username", stranger.name())).asString()).isEqualTo(notFound);
        assertThat(info(Map.of("importId", "a")).asString()).isEqualTo(notFound);
        assertThat(info(Map.of("userId", "W7NHuX5ri2e3mu2Fc")).statusCode()).isEqualTo(400);

        Response unknown = json().get(INFO + "?userId=a");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.asString())
                .isEqualTo("{\"status\":\"error\",\"message\":\"You must be logged in to do this.\"}");
    }

    @Test
    void sessionOfOneCommunityMeetsNobodyElsewhere() {
        communitySession(caller.account(), community)
                .queryParam("userId", other.account())
                .get(INFO)
                .then()
                .statusCode(200);
        communitySession(caller.account(), "e".repeat(24))
                .queryParam("userId", other.account())
                .get(INFO)
                .then()
                .statusCode(400);
    }

    @Test
    void roomsComeSortedAndForOneselfOnly() {
        communities.rooms = """
                {"rooms": [
                  {"communityId": "%1$s", "channelId": "%2$s", "name": "general", "type": "c", "roles": []},
                  {"communityId": "%1$s", "channelId": "%3$s", "name": "Livestream", "type": "c", "roles": ["owner"]},
                  {"communityId": "%1$s", "channelId": "%4$s", "name": "x", "type": "d", "roles": [],
                   "members": ["%5$s", "%6$s"]}]}""".formatted(
                        community, "1".repeat(24), "2".repeat(24), "3".repeat(24), caller.account(), other.account());
        communities.unread = "{\"unread\": {\"" + "1".repeat(24) + "\": 3}}";

        Response info = info(Map.of("userId", caller.account(), "includeUserRooms", "true"));

        assertThat(info.<List<String>>path("user.rooms.name")).containsExactly("Livestream", "general", other.name());
        assertThat(info.<List<Integer>>path("user.rooms.unread")).containsExactly(0, 3, 0);
        assertThat(info.<List<List<String>>>path("user.rooms.roles")).containsExactly(List.of("owner"), null, null);
        assertThat(info.<String>path("user.rooms[2].rid")).isEqualTo(caller.account() + other.account());
        assertThat(info(Map.of("userId", caller.name(), "includeUserRooms", "true"))
                        .<Object>path("user.rooms"))
                .isNotNull();
        assertThat(info(Map.of("userId", caller.account(), "includeUserRooms", "1"))
                        .<Object>path("user.rooms"))
                .isNull();
        assertThat(info(Map.of("userId", other.account(), "includeUserRooms", "true"))
                        .<Object>path("user.rooms"))
                .isNull();
    }

    @Test
    void whileCommunityServiceIsDownRoomsAre503() {
        communities.close();

        info(Map.of("userId", caller.account(), "includeUserRooms", "true"))
                .then()
                .statusCode(503);
        user(caller.account())
                .queryParam("userId", other.account())
                .get(INFO)
                .then()
                .statusCode(200);
    }

    private Response info(Map<String, String> query) {
        return caller.calls().queryParams(query).get(INFO);
    }

    private static Set<String> fields(Response info) {
        return new TreeSet<>(info.then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("user")
                .keySet());
    }

    private static Set<String> union(Set<String> one, Set<String> other, String more) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        all.add(more);
        return all;
    }
}
