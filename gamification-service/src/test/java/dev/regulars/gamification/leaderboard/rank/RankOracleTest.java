package dev.regulars.gamification.leaderboard.rank;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.Members.line;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.gamification.Members;
import dev.regulars.gamification.leaderboard.Board;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RankOracleTest {

    record Place(int rank, String member, int score) {}

    private record Standing(int score, Instant at) {}

    private static final int INSTANTS = 50;

    @Inject
    ReactiveMongoClient mongo;

    final Members members = new Members();
    final Board boards = new Board(members);
    final Random random = new Random(19);
    final List<String> all = Stream.generate(Members::id).limit(40).toList();

    /** Scores that were reached, ties, spending, and boards that begin in the middle. */
    @Test
    void atFiftyInstantsABoardIsWhatSortingTheLogGives() {
        String whole = boards.create(Map.of("rankingField", "coins"));
        play(10);
        Instant middle = Instant.now();
        String half = boards.create(Map.of("rankingField", "coins", "startDate", middle.toString()));
        for (int i = 0; i < 5; i++) {
            play(6);
            await().untilAsserted(() ->
                    assertThat(board(whole, Map.of())).isEqualTo(sorted(log(), Instant.EPOCH, Instant.now())));
            await().untilAsserted(
                            () -> assertThat(board(half, Map.of())).isEqualTo(sorted(log(), middle, Instant.now())));
        }
        List<Document> log = log();
        Instant first = log.getFirst().getDate("at").toInstant();
        long span = Instant.now().toEpochMilli() - first.toEpochMilli();
        for (int i = 0; i < INSTANTS; i++) {
            Instant asOf = first.plusMillis(random.nextLong(span));
            boolean fromMiddle = i % 3 == 0;
            assertThat(board(fromMiddle ? half : whole, Map.of("asOf", asOf.toString())))
                    .isEqualTo(sorted(log, fromMiddle ? middle : Instant.EPOCH, asOf));
        }
    }

    private void play(int causes) {
        for (int i = 0; i < causes; i++) {
            Map<String, Map<String, Object>> lineOfCause = new LinkedHashMap<>();
            for (String member : all) {
                if (random.nextInt(3) == 0) {
                    lineOfCause.put(id(), line("issuer", member, Map.of("coins", random.nextInt(4) - 1L)));
                }
            }
            members.postBatch(lineOfCause).then().statusCode(200); // some are refused: nobody has less than 0
        }
    }

    private List<Place> board(String board, Map<String, ?> query) {
        Map<String, Object> all = new HashMap<>(query);
        all.put("limit", 200);
        List<Map<String, Object>> rows = boards.ranks(board, all).extract().path("data");
        return rows.stream()
                .map(row -> new Place((int) row.get("rank"), (String) ((Map<?, ?>) row.get("user")).get("_id"), (int)
                        row.get("score")))
                .toList();
    }

    private List<Document> log() {
        return mongo
                .getDatabase("gamification")
                .getCollection("postings")
                .find(new Document("communityId", members.community).append("outcome", "APPLIED"))
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .sorted(comparing(posting -> posting.getDate("at")))
                .toList();
    }

    private static List<Place> sorted(List<Document> log, Instant from, Instant until) {
        Map<String, Standing> standings = new HashMap<>();
        for (Document posting : log) {
            Instant at = posting.getDate("at").toInstant();
            Document changes = posting.get("changes", Document.class);
            int coins = Math.toIntExact(changes.containsKey("coins") ? changes.getLong("coins") : 0);
            if (coins != 0 && !at.isBefore(from) && !at.isAfter(until)) {
                standings.merge(
                        posting.getString("accountId"),
                        new Standing(coins, at),
                        (one, other) -> new Standing(one.score + other.score, other.at));
            }
        }
        List<String> ranking = standings.keySet().stream()
                .sorted(comparing((String member) -> -standings.get(member).score)
                        .thenComparing(member -> standings.get(member).at)
                        .thenComparing(member -> member))
                .toList();
        return ranking.stream()
                .map(member -> new Place(
                        1
                                + (int) ranking.stream()
                                        .filter(other -> standings.get(other).score > standings.get(member).score)
                                        .count(),
                        member,
                        standings.get(member).score))
                .toList();
    }
}
