package dev.regulars.faults.bulk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Members of the demo community, put straight into the directory: creating so many by the API would take longer than the run. */
record BulkMembers(MongoClient mongo, String community) {

    private static final String OURS = "^b0";

    /** Of one member. */
    record State(long coins, double field) {}

    private static final int BATCH = 1_000;
    private static final long FIRST_NUMBER = 5_000_000;

    void insert(int count) {
        List<Document> batch = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            batch.add(member(row));
            if (batch.size() == BATCH || row == count) {
                var unused = members().insertMany(batch);
                batch.clear();
            }
        }
    }

    private Document member(int row) {
        String account = "b%023x".formatted(row);
        String email = BulkFile.email(row);
        String name = "bulk" + row;
        return new Document("_id", community + ":" + account)
                .append("communityId", community)
                .append("accountId", account)
                .append("userId", String.valueOf(FIRST_NUMBER + row))
                .append("username", name)
                .append("usernameKey", name)
                .append("email", email)
                .append("emailKey", email)
                .append("firstName", "Bea")
                .append("lastName", "Bulk")
                .append("displayName", "Bea")
                .append("membership", new Document("version", version()).append("joinedAt", Instant.EPOCH))
                .append("version", version())
                .append("deleted", false)
                .append("outbox", List.of());
    }

    private static Document version() {
        return new Document("epoch", 1L).append("n", 1L);
    }

    /** What each member has in the ledger and in the custom field, by e-mail address. */
    Map<String, State> state() {
        Map<String, Long> coins = new HashMap<>();
        for (Document member :
                mongo.getDatabase("gamification").getCollection("members").find(regex("accountId", OURS))) {
            coins.put(member.getString("accountId"), amount(member.get("state", Document.class), "amounts"));
        }
        Map<String, State> state = new TreeMap<>();
        for (Document member : members().find(and(eq("communityId", community), regex("accountId", OURS)))) {
            Document fields = member.get("fields", new Document());
            double value = fields.values().stream()
                    .mapToDouble(one -> ((Number) one).doubleValue())
                    .sum();
            state.put(
                    member.getString("email"), new State(coins.getOrDefault(member.getString("accountId"), 0L), value));
        }
        return state;
    }

    private static long amount(Document state, String part) {
        Object coins = state.get(part, Document.class).get("coins");
        return coins instanceof Number number ? number.longValue() : 0;
    }

    /** Changes of the custom field in the histories, and postings of bulk files in the ledger. */
    long effects() {
        return mongo.getDatabase("identity").getCollection("fieldHistories").countDocuments(eq("source", "bulk"))
                + mongo.getDatabase("gamification").getCollection("postings").countDocuments(regex("_id", ":bulk:"));
    }

    private MongoCollection<Document> members() {
        return mongo.getDatabase("identity").getCollection("members");
    }
}
