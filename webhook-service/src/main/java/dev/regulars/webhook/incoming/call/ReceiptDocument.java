package dev.regulars.webhook.incoming.call;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A call that was taken. Its id is derived from that of the call, so that a repeat finds it. */
@MongoEntity(collection = "receipts")
public class ReceiptDocument extends ReactivePanacheMongoEntityBase {

    /** So long a repeat has no second effect. */
    private static final long KEPT_DAYS = 30;

    @BsonId
    public String id;

    public String communityId;
    public String bodyHash;
    /** Whether its effect is complete; until then a repeat completes it. */
    public boolean done;

    public Instant receivedAt;

    static ReceiptDocument of(CommunityId community, String id, String bodyHash) {
        var receipt = new ReceiptDocument();
        receipt.id = id;
        receipt.communityId = community.id();
        receipt.bodyHash = bodyHash;
        receipt.receivedAt = Instant.now();
        return receipt;
    }

    /** False if the call came before. */
    Uni<Boolean> store(Tx tx, CommunityId community, DomainEvent... events) {
        return receipts()
                .of(community)
                .insert(tx, this, events)
                .replaceWith(true)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(false);
    }

    static Uni<@Nullable ReceiptDocument> find(Tx tx, CommunityId community, String id) {
        return receipts().of(community).find(tx, id);
    }

    static Uni<Void> done(Tx tx, CommunityId community, String id) {
        return receipts()
                .of(community)
                .change(tx, eq("_id", id))
                .by(set("done", true))
                .withoutEvent()
                .replaceWithVoid();
    }

    /** A call that was refused is decided anew when it comes again. */
    static Uni<Void> forget(Tx tx, CommunityId community, String id) {
        return receipts()
                .of(community)
                .change(tx, eq("_id", id))
                .when(eq("done", false))
                .removing()
                .replaceWithVoid();
    }

    public static Uni<Void> index() {
        return receipts()
                .createIndex(ascending("receivedAt"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    private static TenantCollection.All<ReceiptDocument> receipts() {
        return TenantCollection.all(mongoCollection());
    }
}
