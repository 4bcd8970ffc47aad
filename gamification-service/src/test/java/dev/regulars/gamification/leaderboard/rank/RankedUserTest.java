package dev.regulars.gamification.leaderboard.rank;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.user;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.gamification.Members;
import dev.regulars.gamification.leaderboard.Board;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How those on a board are shown. */
@QuarkusTest
class RankedUserTest {

    IdentityStub identity;
    KafkaRecords records;

    final Members members = new Members();
    final Board boards = new Board(members);
    final String ana = id();
    final String ben = id();

    @Test
    void theNewestProfileIsShownWithoutIdentityService() {
        String board = boards.create(Map.of());
        boards.score(ana, "xp", 10);
        profiled(1, "Ana");
        shown(board, "Ana");
        boards.rank(board, "42").body("data.rank", equalTo(1));
        boards.rank(boards.create(Map.of("slug", "some", "allowedUsersToRank", List.of("42"))), ana)
                .body("data.neighbours.user.userId", contains("42"));

        profiled(3, "Ana Silva");
        shown(board, "Ana Silva");
        profiled(2, "Ana Lima");
        await().until(() -> records.undone("gamification-member-profiles", Topic.IDENTITY) == 0);
        boards.ranks(board, Map.of()).body("data[0].user.displayName", equalTo("Ana Silva"));
    }

    @Test
    void identityServiceIsAskedForProfilesThatAreNotKept() {
        identity.add(members.community, ana, "42", "ana");
        identity.add(members.community, ben, "43", "ben");
        String cleo = id();
        String board = boards.create(Map.of());
        boards.score(ana, "xp", 30);
        boards.score(ben, "xp", 20);
        boards.score(cleo, "xp", 10);

        profiled(1, "Ana Silva");
        await().untilAsserted(() -> boards.ranks(board, Map.of())
                .body("data.user._id", contains(ana, ben, cleo))
                .body("data.user.displayName", contains("Ana Silva", "ben", null))
                .body("data[2].user.userId", nullValue()));
        boards.rank(board, "43").body("data.rank", equalTo(2));
        profiled(2, null);
        shown(board, "ana");
    }

    @Test
    void aChangeOfABoardIsSeenByTheNextReader() {
        String board = boards.create(Map.of());
        boards.score(ana, "xp", 10);
        seenByBen(board, 200);
        boards.byKey()
                .body(Map.of("isEnabled", false))
                .patch("/application/leaderboards/{board}", board)
                .then()
                .statusCode(200);
        seenByBen(board, 404);
        boards.ranks(board, Map.of());
        boards.byKey().delete("/application/leaderboards/{board}", board).then().statusCode(200);
        boards.byKey()
                .get("/application/leaderboards/{board}/ranks", board)
                .then()
                .statusCode(404);
    }

    private void seenByBen(String board, int status) {
        user(ben, members.community, "member")
                .get("/application/leaderboards/{board}/ranks", board)
                .then()
                .statusCode(status);
    }

    private void profiled(long n, @Nullable String displayName) {
        records.put(
                Topic.IDENTITY,
                new MemberProfiled(members.community, ana, "42", "ana", "ana@example.com", "Ana", "Silva", displayName),
                n);
    }

    private void shown(String board, String displayName) {
        await().untilAsserted(
                        () -> boards.ranks(board, Map.of()).body("data[0].user.displayName", equalTo(displayName)));
    }
}
