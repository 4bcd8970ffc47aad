package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Memberships promised to the creator of an account. Owns {@code joinDue}. */
public final class JoinWrites {

    private static final int BATCH = 100;

    private JoinWrites() {}

    public static Uni<Void> complete(String id) {
        return accounts().updateOne(eq("_id", id), unset("joinDue")).replaceWithVoid();
    }

    public static Uni<Void> postpone(String id, Instant until) {
        return accounts()
                .updateOne(and(eq("_id", id), exists("joinDue")), set("joinDue.at", until))
                .replaceWithVoid();
    }

    /** The oldest first. */
    public static Uni<List<AccountDocument>> due(Instant before) {
        return accounts()
                .find(
                        lt("joinDue.at", before),
                        new FindOptions().sort(ascending("joinDue.at")).limit(BATCH))
                .collect()
                .asList();
    }
}
