package dev.regulars.analysis.chart;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.mongodb.client.model.Indexes;
import dev.regulars.analysis.authorlookup.Author;
import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.analysis.metadata.AnalysisMetadata;
import dev.regulars.analysis.metadata.Levels;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisCreated;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisDeleted;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisUpdated;
import dev.regulars.events.analysis.AnalysisFacts;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An analysis with all its drawings, so that a change of several of them is one write. */
@MongoEntity(collection = "analyses")
public class AnalysisDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String channelId;
    /** Of the author. */
    public String accountId;
    /** The author as the request named them. */
    public String sender;

    public AnalysisMetadata metadata;
    public @Nullable Levels levels;
    public List<PersistedDrawing> drawings;
    public @Nullable Instant expiresAt;
    public Instant createdAt;
    public Instant updatedAt;
    /** Written by the outbox; only read here. */
    public Version version;

    Uni<AnalysisDocument> create(Tx tx) {
        var created = new AnalysisCreated(communityId.id(), id, channelId, accountId, sender, facts(), createdAt);
        return analyses().in(tx).insert(this, created);
    }

    /** Stores what this copy was changed to; empty where another change came first, or the analysis is gone. */
    Uni<@Nullable AnalysisDocument> store(Tx tx, Author by, List<String> updatedFields) {
        updatedAt = tx.now();
        var updated = new AnalysisUpdated(
                communityId.id(), id, channelId, by.accountId(), by.sender(), facts(), updatedFields, updatedAt);
        return analyses()
                .in(tx)
                .change(id)
                .when(eq("version.n", version.n()))
                .set("metadata", metadata)
                .set("levels", levels)
                .set("drawings", drawings)
                .set("expiresAt", expiresAt)
                .set("updatedAt", updatedAt)
                .emitting(updated);
    }

    static Uni<AnalysisDocument> remove(Tx tx, String id) {
        return get(tx, id).chain(analysis -> analyses()
                .in(tx)
                .change(id)
                .deletingAndEmitting(new AnalysisDeleted(analysis.communityId.id(), id, analysis.channelId))
                .plug(orNotFound("analysis", id)));
    }

    static Uni<AnalysisDocument> get(Tx tx, String id) {
        return analyses().in(tx).get(id);
    }

    /** The newest first. */
    static Uni<Page<AnalysisDocument>> page(Tx tx, String channelId, PageRequest page) {
        return analyses().in(tx).page(eq("channelId", channelId), descending("createdAt"), page);
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Another one after each change. */
    String etag() {
        return version.epoch() + "-" + version.n();
    }

    private AnalysisFacts facts() {
        return new AnalysisFacts(
                metadata.fact(),
                levels == null ? null : levels.fact(),
                drawings.stream().map(PersistedDrawing::fact).toList());
    }

    public static Uni<Void> buildIndexes() {
        return analyses()
                .createIndex(
                        Indexes.compoundIndex(ascending("communityId", "channelId"), descending("createdAt", "_id")));
    }

    private static TenantCollection.All<AnalysisDocument> analyses() {
        return TenantCollection.all(mongoCollection());
    }
}
