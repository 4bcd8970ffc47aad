package dev.regulars.gamification.streak.login;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakCalendar.ZoneSince;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The zones that a community had, so that a move of its zone neither loses nor gains a day. Its id is that of the community. */
@MongoEntity(collection = "communityCalendars")
public class CommunityCalendarDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public List<ZoneSince> zones;
    public @Nullable Version source;

    private static CommunityCalendarDocument unknown(CommunityId community) {
        var calendar = new CommunityCalendarDocument();
        calendar.id = community.id();
        calendar.communityId = community;
        calendar.zones = StreakCalendar.of(ZoneOffset.UTC).zones();
        return calendar;
    }

    static Uni<StreakCalendar> of(Tx tx, CommunityId community) {
        return find(tx, community).map(found -> new StreakCalendar(found.zones));
    }

    private static Uni<CommunityCalendarDocument> find(Tx tx, CommunityId community) {
        return calendars()
                .of(community)
                .find(tx, community.id())
                .map(found -> requireNonNullElse(found, unknown(community)));
    }

    /** The first zone that is known holds for what was before, too. */
    static Uni<Void> move(Tx tx, CommunityId community, String zone, Instant at, Version source) {
        return ensure(tx, community)
                .chain(() -> find(tx, community))
                .chain(known -> calendars()
                        .of(community)
                        .change(tx, community.id())
                        .when(source.newerThan("source"))
                        .by(combine(set("zones", known.movedTo(zone, at)), set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    private List<ZoneSince> movedTo(String zone, Instant at) {
        return source == null
                ? List.of(new ZoneSince(Instant.EPOCH, zone))
                : new StreakCalendar(zones).movedTo(zone, at).zones();
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community) {
        return calendars()
                .of(community)
                .find(tx, community.id())
                .chain(found -> found != null
                        ? Uni.createFrom().voidItem()
                        : calendars()
                                .of(community)
                                .insert(tx, unknown(community))
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static TenantCollection.All<CommunityCalendarDocument> calendars() {
        return TenantCollection.all(mongoCollection());
    }
}
