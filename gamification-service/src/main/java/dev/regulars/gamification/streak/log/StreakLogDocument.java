package dev.regulars.gamification.streak.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.gamification.GamificationEvent.StreakBroken;
import dev.regulars.events.gamification.GamificationEvent.StreakExtended;
import dev.regulars.events.gamification.GamificationEvent.StreakFrozen;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One line of the log of a streak, told once: its id says what it is about. */
@MongoEntity(collection = "streakLogs")
public class StreakLogDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:streakId:accountId:first day:status}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String streakId;
    public String streakName;
    public String accountId;
    public @Nullable String userId;
    /** First day of the period, {@code YYYY-MM-DD}. */
    public String date;

    public StreakStatus status;
    /** After it; before it where it is broken. */
    public long count;

    public long best;
    public Instant createdAt;

    public static StreakLogDocument of(StreakDocument streak, String accountId, @Nullable String userId, Instant now) {
        var log = new StreakLogDocument();
        log.communityId = streak.communityId;
        log.streakId = streak.id;
        log.streakName = streak.name;
        log.accountId = accountId;
        log.userId = userId;
        log.createdAt = now;
        return log;
    }

    /** Nothing where it was told before. */
    public Uni<Void> tell(Tx tx) {
        id = communityId + ":" + streakId + ":" + accountId + ":" + date + ":" + status.wire();
        return logs().of(communityId)
                .insert(tx, this, event())
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private DomainEvent event() {
        String community = communityId.id();
        return switch (status) {
            case EXTENDED ->
                new StreakExtended(community, accountId, userId, streakId, streakName, date, count, best, createdAt);
            case BROKEN -> new StreakBroken(community, accountId, userId, streakId, streakName, date, count, createdAt);
            case FROZEN, REPAIRED ->
                new StreakFrozen(
                        community,
                        accountId,
                        userId,
                        streakId,
                        streakName,
                        date,
                        status == StreakStatus.REPAIRED,
                        count,
                        createdAt);
        };
    }

    /** Of one member, the newest first. */
    static Uni<Page<StreakLogDocument>> page(Tx tx, String accountId, PageRequest page) {
        return logs().of(tx.community()).page(tx, eq("accountId", accountId), descending("createdAt"), page);
    }

    public static Uni<Void> buildIndexes() {
        return logs().createIndex(compoundIndex(ascending("communityId", "accountId"), descending("createdAt")));
    }

    private static TenantCollection.All<StreakLogDocument> logs() {
        return TenantCollection.all(mongoCollection());
    }
}
