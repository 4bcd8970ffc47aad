package dev.regulars.eventing.tenant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.BulkWrites;
import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionWrites;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection as one community sees it: every call here adds {@code communityId}, and leaves out what is deleted. A document opens
 * it by {@code private static TenantCollection.All<RoleDocument> roles() { return TenantCollection.all(mongoCollection()); }}.
 */
public final class TenantCollection<D> {

    private final ReactiveMongoCollection<D> raw;
    private final CommunityId community;

    private TenantCollection(ReactiveMongoCollection<D> raw, CommunityId community) {
        this.raw = raw;
        this.community = community;
    }

    public static <D> All<D> all(ReactiveMongoCollection<D> raw) {
        return new All<>(raw);
    }

    public Uni<@Nullable D> find(Tx tx, Bson which) {
        return tx.find(raw, mine(which));
    }

    public Uni<@Nullable D> find(Tx tx, String id) {
        return find(tx, eq("_id", id));
    }

    /** @param limit 0 for all of them */
    public Multi<D> list(Tx tx, Bson which, Bson order, int limit) {
        return tx.list(raw, mine(which), new FindOptions().sort(order).limit(limit));
    }

    /** @param order one that an index has; {@code _id} is added, so that no two are alike */
    public Uni<Page<D>> page(Tx tx, Bson which, Bson order, PageRequest page) {
        var keyset = KeysetPagination.of(order, mine(which), raw.getCodecRegistry());
        Bson part = page.cursor() == null ? which : and(which, keyset.after(page.cursor()));
        var options = new FindOptions().sort(keyset.order()).skip(page.skip()).limit(page.limit() + 1);
        return tx.list(raw, mine(part), options)
                .collect()
                .asList()
                .chain(found -> page.wantsTotal()
                        ? count(tx, which).map(total -> keyset.page(found, page, total))
                        : Uni.createFrom().item(keyset.page(found, page, null)));
    }

    public Uni<Long> count(Tx tx, Bson which) {
        return tx.count(raw, mine(which));
    }

    /** How many there are, but no more than {@code most}: what is beyond is not looked at. */
    public Uni<Long> countTo(Tx tx, Bson which, int most) {
        return tx.count(raw, mine(which), most);
    }

    /** Begins the sentence of a {@link Change}. */
    public Change<D> change(Tx tx, Bson which) {
        return tx.change(raw, mine(which));
    }

    public Change<D> change(Tx tx, String id) {
        return change(tx, eq("_id", id));
    }

    /** What a pipeline makes of the community's documents. */
    public <T> Multi<T> aggregate(Tx tx, List<Bson> pipeline, Class<T> answer) {
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(eq("communityId", community.id())));
        stages.addAll(pipeline);
        return tx.aggregate(raw, stages, answer);
    }

    /** Refuses a document of another community. */
    public Uni<D> insert(Tx tx, D document, DomainEvent... events) {
        return tx.insert(raw, community, document, events);
    }

    /** Writes of many documents at once. */
    public BulkWrites<D> bulk(Tx tx) {
        return tx.bulk(raw, community);
    }

    private Bson mine(Bson which) {
        return and(eq("communityId", community.id()), which);
    }

    /** The collection before it is known whose documents are meant. */
    public static final class All<D> {

        private final ReactiveMongoCollection<D> raw;

        private All(ReactiveMongoCollection<D> raw) {
            this.raw = raw;
        }

        public TenantCollection<D> of(CommunityId community) {
            return new TenantCollection<>(raw, community);
        }

        /** As the community of the call, or of the event, sees it. */
        public TenantDocuments<D> in(Tx tx) {
            return new TenantDocuments<>(
                    of(tx.community()), tx, raw.getNamespace().getCollectionName());
        }

        /**
         * Writes of many documents of a projection; each names its community.
         *
         * @param now when documents that are missing are created
         */
        public ProjectionWrites<D> projection(Instant now) {
            return new ProjectionWrites<>(raw, now);
        }

        /** Only for classes that the architecture rules list with a reason: sweeps, schedulers, look-ups by hash, global documents. */
        public ReactiveMongoCollection<D> ofAllCommunities() {
            return raw;
        }

        public Uni<Void> createIndex(Bson keys, IndexOptions options) {
            return raw.createIndex(keys, options).replaceWithVoid();
        }

        public Uni<Void> createIndex(Bson keys) {
            return createIndex(keys, new IndexOptions());
        }
    }
}
