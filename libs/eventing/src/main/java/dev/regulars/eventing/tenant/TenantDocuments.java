package dev.regulars.eventing.tenant;

import static com.mongodb.client.model.Filters.empty;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.BulkWrites;
import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of the community that a {@link Tx} is in: {@code roles().in(tx).get(id)}. */
public final class TenantDocuments<D> {

    private final TenantCollection<D> documents;
    private final Tx tx;
    private final String name;

    TenantDocuments(TenantCollection<D> documents, Tx tx, String name) {
        this.documents = documents;
        this.tx = tx;
        this.name = name;
    }

    public Uni<@Nullable D> find(String id) {
        return documents.find(tx, id);
    }

    public Uni<@Nullable D> find(Bson which) {
        return documents.find(tx, which);
    }

    /** Refuses as not found where there is none. */
    public Uni<D> get(String id) {
        return find(id).plug(orNotFound(name, id));
    }

    /** All of them. */
    public Uni<List<D>> list(Bson order) {
        return list(empty(), order);
    }

    public Uni<List<D>> list(Bson which, Bson order) {
        return documents.list(tx, which, order, 0).collect().asList();
    }

    /** @param order one that an index has */
    public Uni<Page<D>> page(Bson which, Bson order, PageRequest page) {
        return documents.page(tx, which, order, page);
    }

    public Uni<Long> count() {
        return count(empty());
    }

    public Uni<Long> count(Bson which) {
        return documents.count(tx, which);
    }

    /** Begins the sentence of a {@link Change}. */
    public Change<D> change(String id) {
        return documents.change(tx, id);
    }

    /** Writes of many documents at once. */
    public BulkWrites<D> bulk() {
        return documents.bulk(tx);
    }

    public Uni<D> insert(D document, DomainEvent... events) {
        return documents.insert(tx, document, events);
    }
}
