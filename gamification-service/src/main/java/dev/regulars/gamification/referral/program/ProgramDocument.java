package dev.regulars.gamification.referral.program;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.ReferralProgramChanged;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A referral program of a community. */
@MongoEntity(collection = "referralPrograms")
public class ProgramDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public List<Stage> stages;
    public boolean isEnabled;
    public Instant createdAt;
    public Instant updatedAt;

    private ReferralProgramChanged changed() {
        return new ReferralProgramChanged(communityId.id(), id, updatedAt);
    }

    Uni<ProgramDocument> create(Tx tx) {
        return programs().of(communityId).insert(tx, this, changed());
    }

    Uni<ProgramDocument> store(Tx tx) {
        return programs()
                .of(communityId)
                .change(tx, id)
                .by(combine(
                        set("name", name),
                        set("stages", stages),
                        set("isEnabled", isEnabled),
                        set("updatedAt", updatedAt)))
                .emitting(changed())
                .plug(orNotFound("program", id));
    }

    Uni<ProgramDocument> remove(Tx tx) {
        return programs()
                .of(communityId)
                .change(tx, id)
                .deletingAndEmitting(changed())
                .plug(orNotFound("program", id));
    }

    static Uni<ProgramDocument> get(Tx tx, CommunityId community, String id) {
        return programs().of(community).find(tx, id).plug(orNotFound("program", id));
    }

    static Uni<Page<ProgramDocument>> page(Tx tx, PageRequest page) {
        return programs().of(tx.community()).page(tx, empty(), ascending("createdAt"), page);
    }

    static Uni<List<ProgramDocument>> enabled(Tx tx, CommunityId community) {
        return programs()
                .of(community)
                .list(tx, eq("isEnabled", true), ascending("createdAt", "_id"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx) {
        return programs().of(tx.community()).count(tx, empty());
    }

    public static Uni<Void> buildIndexes() {
        return programs().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<ProgramDocument> programs() {
        return TenantCollection.all(mongoCollection());
    }
}
