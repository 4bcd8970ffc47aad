package dev.regulars.eventing.projection;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A seat whose row, colour and so on are told by different services. */
@MongoEntity(collection = "seats")
public class SeatDocument extends ReactivePanacheMongoEntityBase {

    /** What is kept of one part. */
    public record Part(String text, Version source) {}

    @BsonId
    public String id;

    public CommunityId communityId;
    public @Nullable Map<String, Part> parts;

    static SeatDocument of(CommunityId community, String id) {
        var seat = new SeatDocument();
        seat.id = id;
        seat.communityId = community;
        return seat;
    }

    static ProjectionChange change(CommunityId community, String id, String part, String text, long n) {
        String field = "parts." + part;
        var source = new Version(0, n);
        return new ProjectionChange(
                community,
                id,
                source.newerThan(field + ".source"),
                combine(set(field + ".text", text), set(field + ".source", source)));
    }

    static Uni<Void> keep(List<ProjectionChange> changes) {
        return seats().projection(Instant.now()).change(changes);
    }

    static Uni<Void> insert(List<SeatDocument> all) {
        return seats().projection(Instant.now()).insert(all);
    }

    static Uni<@Nullable SeatDocument> find(Tx tx, CommunityId community, String id) {
        return seats().of(community).find(tx, id);
    }

    static Uni<@Nullable SeatDocument> remove(Tx tx, CommunityId community, String id) {
        return seats().of(community).change(tx, id).by(set("deleted", true)).withoutEvent();
    }

    String text(String part) {
        return parts == null || !parts.containsKey(part) ? "" : parts.get(part).text();
    }

    private static TenantCollection.All<SeatDocument> seats() {
        return TenantCollection.all(mongoCollection());
    }
}
