package dev.regulars.bench.environment;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** 100,000 users, inserted straight into the collections: creating them through the API would take an hour. */
public final class SyntheticUsers {

    public static final int SIZE = 100_000;

    private static final int BATCH = 5_000;
    private static final int FIRST_USER_ID = 5_000_000;
    private static final Instant JOINED = Instant.parse("2025-01-01T00:00:00Z");

    private SyntheticUsers() {}

    public static String email(int i) {
        return username(i) + "@example.com";
    }

    public static String username(int i) {
        return "person%06d".formatted(i);
    }

    public static String accountId(int i) {
        return "%024x".formatted(i);
    }

    /** Inserts them as identity-service and webhook-service store them, with the password of {@code model}. */
    static void join(String mongo, String communityId, String model) {
        try (MongoClient client = MongoClients.create(mongo)) {
            MongoCollection<Document> accounts = client.getDatabase("identity").getCollection("accounts");
            String hash =
                    requireNonNull(accounts.find(eq("emailKey", model)).first()).getString("passwordHash");
            insert(accounts, i -> account(i).append("passwordHash", hash));
            insert(client.getDatabase("identity").getCollection("members"), i -> member(communityId, i));
            insert(client.getDatabase("webhook").getCollection("people"), i -> webhookPerson(communityId, i));
        }
    }

    /** Inserts one document per user in batches. */
    public static void insert(MongoCollection<Document> into, IntFunction<Document> user) {
        for (int from = 0; from < SIZE; from += BATCH) {
            List<Document> batch =
                    IntStream.range(from, from + BATCH).mapToObj(user).toList();
            var unused = into.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    private static Document account(int i) {
        return names(new Document("_id", accountId(i)), i)
                .append("usernameKey", username(i))
                .append("emailKey", email(i))
                .append("verifiedAt", JOINED)
                .append("mailDue", List.of())
                .append("createdAt", JOINED)
                .append("version", version())
                .append("deleted", false)
                .append("outbox", List.of());
    }

    /** As identity-service stores it; {@code i} may lie beyond those who have an account. */
    static Document member(String communityId, int i) {
        var member = new Document("_id", communityId + ":" + accountId(i))
                .append("communityId", communityId)
                .append("accountId", accountId(i));
        return names(member, i)
                .append("emailKey", email(i))
                .append("membership", new Document("version", version()).append("joinedAt", JOINED))
                .append("version", version())
                .append("deleted", false)
                .append("outbox", List.of());
    }

    private static Document webhookPerson(String communityId, int i) {
        var user = names(new Document(), i);
        user.remove("displayName");
        return new Document("_id", communityId + ":" + accountId(i))
                .append("communityId", communityId)
                .append(
                        "profile",
                        new Document("version", version())
                                .append("deleted", false)
                                .append("person", user));
    }

    /** Adds the names of one user. */
    public static Document names(Document of, int i) {
        of.putAll(profile(i));
        return of.append("email", email(i)).append("firstName", "First").append("lastName", "Last" + i);
    }

    /** How others see one user. */
    static Document profile(int i) {
        return new Document("userId", "" + (FIRST_USER_ID + i))
                .append("username", username(i))
                .append("displayName", "First Last" + i);
    }

    private static Document version() {
        return new Document("epoch", JOINED.toEpochMilli()).append("n", 1L);
    }
}
