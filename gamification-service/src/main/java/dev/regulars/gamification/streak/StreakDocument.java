package dev.regulars.gamification.streak;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.gamification.GamificationError.STREAK_CHANGED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.rule.StreakPlan;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakCalendar.ZoneSince;
import dev.regulars.gamification.streak.terms.StreakTerms;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A streak of a community, with all the terms and zones that it had: what is over is judged by what held then. */
@MongoEntity(collection = "streaks")
public class StreakDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    /** As it was given. */
    public String timezone;

    public ActiveDaysType activeDaysType;
    /** As it was given last; counted from 1970-01-01. */
    public long startDay;

    public List<ZoneSince> zones;
    public List<StreakTerms> terms;
    public int order;
    public int revision;
    public Instant createdAt;
    public Instant updatedAt;

    public StreakPlan plan() {
        return new StreakPlan(new StreakCalendar(zones), terms);
    }

    /** Before the first terms of a new streak. */
    void begin(StreakBody body, Instant now) {
        ZoneId zone = body.zone();
        long start = body.start().toEpochDay();
        keep(body, now);
        zones = StreakCalendar.of(zone).zones();
        terms = List.of(termsFrom(body, start));
    }

    /** What was over stays as it was judged: the new terms begin today, or on a later first day. */
    void take(StreakBody body, Instant now) {
        StreakCalendar moved = new StreakCalendar(zones).movedTo(body.zone().getId(), now);
        long today = moved.dayOf(now);
        boolean unbegun = terms.getFirst().firstDay() > today;
        long start = body.start().toEpochDay();
        keep(body, now);
        zones = moved.zones();
        terms = unbegun
                ? List.of(termsFrom(body, start))
                : new StreakPlan(moved, terms)
                        .with(termsFrom(body, Math.max(start, today)))
                        .terms();
    }

    private void keep(StreakBody body, Instant now) {
        name = body.name();
        timezone = body.timezone();
        activeDaysType = body.daysType();
        startDay = body.start().toEpochDay();
        updatedAt = now;
    }

    private static StreakTerms termsFrom(StreakBody body, long firstDay) {
        return new StreakTerms(
                firstDay,
                body.start().toEpochDay(),
                body.timeframe(),
                body.action().operator() == StreakAction.Operator.AND,
                body.conditions(),
                body.days());
    }

    Uni<StreakDocument> create(Tx tx) {
        return streaks().of(communityId).insert(tx, this);
    }

    /** Stores what this copy was changed to; refuses where the streak is another one than was read, or gone. */
    Uni<StreakDocument> store(Tx tx) {
        return streaks()
                .of(communityId)
                .change(tx, id)
                .when(eq("revision", revision))
                .by(combine(
                        combine(
                                set("name", name),
                                set("timezone", timezone),
                                set("activeDaysType", activeDaysType),
                                set("startDay", startDay)),
                        combine(
                                set("zones", zones),
                                set("terms", terms),
                                set("updatedAt", updatedAt),
                                inc("revision", 1))))
                .withoutEvent()
                .plug(orRefuse(STREAK_CHANGED, id));
    }

    Uni<StreakDocument> remove(Tx tx) {
        return streaks().of(communityId).change(tx, id).removing().plug(orNotFound("streak", id));
    }

    public static Uni<StreakDocument> get(Tx tx, CommunityId community, String id) {
        return streaks().of(community).find(tx, id).plug(orNotFound("streak", id));
    }

    static Uni<Page<StreakDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return streaks().of(community).page(tx, empty(), ascending("order"), page);
    }

    static Uni<List<StreakDocument>> all(Tx tx, CommunityId community) {
        return streaks()
                .of(community)
                .list(tx, empty(), ascending("order", "_id"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return streaks().createIndex(ascending("communityId", "order"));
    }

    private static TenantCollection.All<StreakDocument> streaks() {
        return TenantCollection.all(mongoCollection());
    }
}
