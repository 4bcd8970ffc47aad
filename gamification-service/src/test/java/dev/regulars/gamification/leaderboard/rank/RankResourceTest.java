package dev.regulars.gamification.leaderboard.rank;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.Members.line;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldCreated;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldRetired;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.gamification.Members;
import dev.regulars.gamification.leaderboard.Board;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RankResourceTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final Board boards = new Board(members);
    final String ana = id();
    final String ben = id();
    final String cleo = id();

    @Test
    void membersAreRankedByWhatTheyHave() {
        identity.add(members.community, ana, "42", "ana");
        String board = boards.create(Map.of());
        boards.score(ana, "xp", 10);
        boards.score(ben, "xp", 20);
        boards.score(cleo, "xp", 20);

        await().untilAsserted(() -> boards.ranks(board, Map.of())
                .body("data.rank", contains(1, 1, 3))
                .body("data.score", contains(20, 20, 10))
                .body("data.user._id", contains(ben, cleo, ana))
                .body("data[2].user.username", equalTo("ana")));
        boards.score(ana, "xp", 15);
        await().untilAsserted(() -> boards.rank(board, "42")
                .body("data.rank", equalTo(1))
                .body("data.score", equalTo(25))
                .body("data.total", equalTo(3))
                .body("data.neighbours.user._id", contains(ana, ben, cleo)));
        user(ana, members.community, "member")
                .queryParam("around", 1)
                .get("/application/leaderboards/{board}/ranks/me", board)
                .then()
                .statusCode(200)
                .body("data.neighbours.rank", contains(1, 2));
        ranked(board, Map.of("tieRule", "dense"), 1, 2, 2);
        ranked(board, Map.of("tieRule", "first"), 1, 2, 3);
        ranked(board, Map.of("topRankOnly", true, "topRankLimit", 1), 1);
        boards.rank(board, ben).body("data.rank", nullValue());
        boards.byKey()
                .get("/application/leaderboards/{board}/ranks/{id}", board, "99")
                .then()
                .statusCode(404);
    }

    @Test
    void periodsAndBoundsCountWhatWasGainedInThem() {
        boards.score(ana, "coins", 100);
        Instant between = Instant.now().plusMillis(1);
        boards.score(ben, "coins", 5);
        boards.score(ana, "coins", -30);
        String late = boards.create(Map.of("rankingField", "coins", "startDate", between.toString()));
        String today = boards.create(Map.of("rankingField", "coins", "allowedTimeFilters", List.of("daily", "yearly")));
        String over = boards.create(Map.of("rankingField", "coins", "endDate", between.toString()));
        String positive = boards.create(
                Map.of("rankingField", "coins", "startDate", between.toString(), "onlyPositiveRanks", true));

        await().untilAsserted(() -> boards.ranks(late, Map.of()).body("data.score", contains(5, -30)));
        await().untilAsserted(() -> boards.ranks(today, Map.of()).body("data.score", contains(70, 5)));
        boards.ranks(today, Map.of("timeFilter", "yearly")).body("data.score", contains(70, 5));
        boards.ranks(over, Map.of()).body("data.score", contains(100));
        boards.ranks(positive, Map.of()).body("data.score", contains(5));
        boards.ranks(today, Map.of("asOf", between.minusSeconds(3_600).toString()))
                .body("data", hasSize(0));
        boards.byKey()
                .queryParam("timeFilter", "weekly")
                .get("/application/leaderboards/{board}/ranks", today)
                .then()
                .statusCode(400);
        boards.score(ben, "coins", 60);
        await().untilAsserted(() -> boards.ranks(late, Map.of()).body("data.score", contains(65, -30)));
    }

    @Test
    void rolesTagsAndMembershipDecideWhoIsRanked() {
        String role = id();
        Stream.of(ana, ben, cleo).forEach(member -> boards.score(member, "xp", 10));
        String everybody = boards.create(Map.of());
        String some = boards.create(Map.of(
                "allowedRolesToRank",
                List.of(role),
                "allowedTagsToRank",
                List.of("vip"),
                "allowedUsersToRank",
                List.of(cleo)));

        await().untilAsserted(() -> boards.ranks(everybody, Map.of()).body("data", hasSize(3)));
        boards.ranks(some, Map.of()).body("data.user._id", contains(cleo));
        records.put(Topic.COMMUNITY, new MemberRolesChanged(members.community, ana, List.of(role)), 1);
        records.put(Topic.IDENTITY, new MemberTagged(members.community, ben, List.of("vip")), 1);
        await().untilAsserted(() -> boards.ranks(some, Map.of()).body("data", hasSize(3)));
        records.put(Topic.COMMUNITY, new MemberLeft(members.community, ana, Instant.now(), Instant.now()), 2);
        await().untilAsserted(() -> boards.ranks(everybody, Map.of()).body("data", hasSize(2)));
        await().untilAsserted(() -> boards.ranks(some, Map.of()).body("data", hasSize(2)));
        records.put(Topic.COMMUNITY, new MemberRestored(members.community, ana, Instant.now()), 3);
        await().untilAsserted(() -> boards.ranks(some, Map.of()).body("data", hasSize(3)));
        records.put(Topic.IDENTITY, new MemberTagged(members.community, ben, List.of()), 2);
        await().untilAsserted(() -> boards.ranks(some, Map.of()).body("data", hasSize(2)));
    }

    @Test
    void aCustomFieldThatIsANumberRanksToo() {
        String field = id();
        records.put(
                Topic.IDENTITY, new UserFieldCreated(members.community, field, "deposit", "Deposit", "numerical"), 1);
        await().untilAsserted(() -> boards.byKey()
                .body(Board.body(Map.of("rankingField", "deposit", "slug", "deposit")))
                .post("/application/leaderboards")
                .then()
                .statusCode(201));
        String board = boards.byKey().get("/application/leaderboards").path("data[0]._id");
        field(field, ana, 1, 2.5, 1.5);
        field(field, ben, 1, 100, null);
        field(field, ana, 2, 200.25, 2.5);

        await().untilAsserted(() -> boards.ranks(board, Map.of()).body("data.score", contains(200.25f, 100)));
        field(field, ben, 2, null, 100);
        await().untilAsserted(() -> boards.ranks(board, Map.of()).body("data.user._id", contains(ana)));
        records.put(Topic.IDENTITY, new UserFieldRetired(members.community, field, "deposit"), 2);
        await().untilAsserted(() -> boards.ranks(board, Map.of()).body("data", hasSize(0)));
    }

    @Test
    void aThousandWhoAreTiedArePagedWithoutRepeatOrGap() {
        List<String> all = Stream.generate(Members::id).limit(1_000).toList();
        for (int from = 0; from < all.size(); from += 20) {
            members.post(
                            id(),
                            all.subList(from, from + 20).stream()
                                    .map(member -> line("issuer", member, Map.of("xp", 7L)))
                                    .toList())
                    .then()
                    .statusCode(200);
        }
        String board = boards.create(Map.of());
        await().untilAsserted(() -> boards.rank(board, all.getLast()).body("data.total", equalTo(1_000)));

        List<String> seen = new ArrayList<>();
        Map<String, Object> query = new HashMap<>(Map.of("limit", 90));
        String next;
        do {
            ValidatableResponse page = boards.ranks(board, query);
            seen.addAll(page.extract().<List<String>>path("data.user._id"));
            assertThat(page.extract().<List<Integer>>path("data.rank")).containsOnly(1);
            next = page.extract().path("meta.nextCursor");
            query.put("cursor", String.valueOf(next));
        } while (next != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        boards.byKey()
                .queryParam("cursor", "nonsense")
                .get("/application/leaderboards/{board}/ranks", board)
                .then()
                .statusCode(400);
    }

    private void ranked(String board, Map<String, ?> change, Integer... ranks) {
        boards.byKey()
                .body(change)
                .patch("/application/leaderboards/{board}", board)
                .then()
                .statusCode(200);
        await().untilAsserted(() -> boards.ranks(board, Map.of()).body("data.rank", contains(ranks)));
    }

    private void field(String field, String member, int version, @Nullable Object value, @Nullable Object before) {
        records.put(
                Topic.IDENTITY,
                new MemberFieldChanged(
                        members.community, member, "1", field, "deposit", value, before, "api", Instant.now()),
                version);
    }
}
