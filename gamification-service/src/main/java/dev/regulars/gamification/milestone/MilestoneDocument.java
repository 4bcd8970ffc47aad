package dev.regulars.gamification.milestone;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.MilestoneChanged;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.milestone.MilestoneRequests.MilestoneBody;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A milestone of a community. Who reached it has a posting in the ledger. */
@MongoEntity(collection = "milestones")
public class MilestoneDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public @Nullable String description;
    public Unit unit;
    public long target;
    public Map<String, Long> changes;
    public Instant createdAt;
    public Instant updatedAt;

    void take(MilestoneBody body, Instant now) {
        name = body.name();
        description = body.description();
        unit = body.unit();
        target = body.target();
        changes = requireNonNullElse(body.changes(), Map.of());
        updatedAt = now;
    }

    boolean isReachedWith(Map<String, Long> earned) {
        return earned.getOrDefault(unit.wire(), 0L) >= target;
    }

    private MilestoneChanged changed() {
        return new MilestoneChanged(communityId.id(), id, name, updatedAt);
    }

    Uni<MilestoneDocument> create(Tx tx) {
        return milestones().of(communityId).insert(tx, this, changed());
    }

    Uni<MilestoneDocument> store(Tx tx) {
        return milestones()
                .of(communityId)
                .change(tx, id)
                .by(combine(
                        set("name", name),
                        set("description", description),
                        set("unit", unit),
                        set("target", target),
                        set("changes", changes),
                        set("updatedAt", updatedAt)))
                .emitting(changed())
                .plug(orNotFound("milestone", id));
    }

    Uni<MilestoneDocument> remove(Tx tx) {
        return milestones().of(communityId).change(tx, id).removing().plug(orNotFound("milestone", id));
    }

    static Uni<MilestoneDocument> get(Tx tx, CommunityId community, String id) {
        return milestones().of(community).find(tx, id).plug(orNotFound("milestone", id));
    }

    static Uni<Page<MilestoneDocument>> page(Tx tx, PageRequest page) {
        return milestones().of(tx.community()).page(tx, empty(), ascending("createdAt"), page);
    }

    static Uni<List<MilestoneDocument>> all(Tx tx, CommunityId community) {
        return milestones()
                .of(community)
                .list(tx, empty(), ascending("createdAt", "_id"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx) {
        return milestones().of(tx.community()).count(tx, empty());
    }

    public static Uni<Void> buildIndexes() {
        return milestones().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<MilestoneDocument> milestones() {
        return TenantCollection.all(mongoCollection());
    }
}
