package dev.regulars.gamification.leaderboard.board;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.gamification.GamificationError.SLUG_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A leaderboard; who is on it is computed from the ledger. */
@MongoEntity(collection = "leaderboards")
public class BoardDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public BoardSettings settings;
    public Instant createdAt;
    public Instant updatedAt;

    Uni<BoardDocument> create(Tx tx) {
        return boards().of(communityId)
                .insert(tx, this)
                .onFailure(DuplicateKey::is)
                .transform(taken -> SLUG_TAKEN.because(settings.slug()));
    }

    Uni<BoardDocument> store(Tx tx) {
        return boards().of(communityId)
                .change(tx, id)
                .by(combine(set("settings", settings), set("updatedAt", updatedAt)))
                .withoutEvent()
                .plug(orNotFound("leaderboard", id))
                .onFailure(DuplicateKey::is)
                .transform(taken -> SLUG_TAKEN.because(settings.slug()));
    }

    Uni<BoardDocument> remove(Tx tx) {
        return boards().of(communityId).change(tx, id).removing().plug(orNotFound("leaderboard", id));
    }

    public static Uni<BoardDocument> get(Tx tx, CommunityId community, String id) {
        return boards().of(community).find(tx, id).plug(orNotFound("leaderboard", id));
    }

    /** All of them; there are a hundred at most. */
    static Uni<List<BoardDocument>> list(Tx tx, CommunityId community) {
        return boards().of(community)
                .list(tx, empty(), ascending("createdAt"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        var living = new IndexOptions().unique(true).partialFilterExpression(eq("deleted", false));
        return boards().createIndex(ascending("communityId", "createdAt"))
                .chain(() -> boards().createIndex(ascending("communityId", "settings.slug"), living));
    }

    private static TenantCollection.All<BoardDocument> boards() {
        return TenantCollection.all(mongoCollection());
    }
}
