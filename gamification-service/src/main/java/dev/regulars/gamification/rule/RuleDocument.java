package dev.regulars.gamification.rule;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.Limit;
import dev.regulars.gamification.rule.RuleRequests.RuleBody;
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

/** A rule of a community. */
@MongoEntity(collection = "rules")
public class RuleDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public RuleEvent event;
    public List<Condition> when;
    public Map<String, Long> changes;
    public @Nullable String badge;
    public @Nullable String tag;
    public int cooldown;
    public int dailyCap;
    public boolean isEnabled;
    public long revision;
    public Instant createdAt;
    public Instant updatedAt;

    void take(RuleBody body, Instant now) {
        name = body.name();
        event = body.event();
        when = requireNonNullElse(body.when(), List.of());
        changes = requireNonNullElse(body.changes(), Map.of());
        badge = body.badge();
        tag = body.tag();
        cooldown = requireNonNullElse(body.cooldown(), 0);
        dailyCap = requireNonNullElse(body.dailyCap(), 0);
        isEnabled = requireNonNullElse(body.isEnabled(), true);
        updatedAt = now;
    }

    /** Under which name the ledger has its postings. */
    String ledgerRule() {
        return "rule." + id + ".v" + revision;
    }

    Limit limit() {
        return new Limit("rule-" + id, cooldown, dailyCap, 1);
    }

    boolean holds(Facts facts) {
        return when.stream().allMatch(condition -> condition.holds(facts));
    }

    int window() {
        return when.stream().mapToInt(Condition::window).max().orElse(0);
    }

    Uni<RuleDocument> create(Tx tx) {
        return rules().of(communityId).insert(tx, this);
    }

    /** Stores what this copy was changed to, as the next version; empty where the rule is gone. */
    Uni<@Nullable RuleDocument> store(Tx tx) {
        return rules().of(communityId)
                .change(tx, id)
                .by(combine(
                        combine(
                                set("name", name),
                                set("event", event),
                                set("when", when),
                                set("changes", changes),
                                set("badge", badge),
                                set("tag", tag)),
                        combine(
                                set("cooldown", cooldown),
                                set("dailyCap", dailyCap),
                                set("isEnabled", isEnabled),
                                set("updatedAt", updatedAt),
                                inc("revision", 1L))))
                .withoutEvent();
    }

    Uni<@Nullable RuleDocument> remove(Tx tx) {
        return rules().of(communityId).change(tx, id).removing();
    }

    static Uni<@Nullable RuleDocument> find(Tx tx, CommunityId community, String id) {
        return rules().of(community).find(tx, id);
    }

    static Uni<Page<RuleDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return rules().of(community).page(tx, empty(), ascending("createdAt"), page);
    }

    static Uni<List<RuleDocument>> enabled(Tx tx, CommunityId community) {
        return rules().of(community)
                .list(tx, eq("isEnabled", true), ascending("createdAt"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx, CommunityId community) {
        return rules().of(community).count(tx, empty());
    }

    public static Uni<Void> buildIndexes() {
        return rules().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<RuleDocument> rules() {
        return TenantCollection.all(mongoCollection());
    }
}
