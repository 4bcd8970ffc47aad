package dev.regulars.identity.directory.privacy;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.identity.directory.privacy.PrivacyResource.PrivacyChange;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a person chose to hide, in every community; there is none for those who never chose. What is absent is for everyone. */
@MongoEntity(collection = "privacy")
public class PrivacyDocument extends ReactivePanacheMongoEntityBase {

    /** The account. */
    @BsonId
    public String id;

    public @Nullable Audience firstName;
    public @Nullable Audience lastName;
    public @Nullable Audience isOnline;

    static Uni<@Nullable PrivacyDocument> find(Tx tx, String accountId) {
        return tx.find(settings(), eq("_id", accountId));
    }

    static Uni<List<PrivacyDocument>> list(Tx tx, Collection<String> accountIds) {
        return tx.list(settings(), in("_id", accountIds), new FindOptions())
                .collect()
                .asList();
    }

    static Uni<PrivacyDocument> change(Tx tx, String accountId, PrivacyChange change) {
        var first = new PrivacyDocument();
        first.id = accountId;
        first.firstName = change.firstName();
        first.lastName = change.lastName();
        first.isOnline = change.isOnline();
        return apply(tx, accountId, change).onItem().ifNull().switchTo(() -> tx.insert(settings(), first)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> apply(tx, accountId, change)));
    }

    private static Uni<@Nullable PrivacyDocument> apply(Tx tx, String accountId, PrivacyChange change) {
        return tx.change(settings(), eq("_id", accountId))
                .by(combine(sets(change)))
                .withoutEvent();
    }

    private static List<Bson> sets(PrivacyChange change) {
        List<Bson> sets = new ArrayList<>();
        if (change.firstName() != null) {
            sets.add(set("firstName", change.firstName()));
        }
        if (change.lastName() != null) {
            sets.add(set("lastName", change.lastName()));
        }
        if (change.isOnline() != null) {
            sets.add(set("isOnline", change.isOnline()));
        }
        sets.add(set("schemaVersion", 1));
        return sets;
    }

    private static ReactiveMongoCollection<PrivacyDocument> settings() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<PrivacyDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}
