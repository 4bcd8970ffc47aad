package dev.regulars.eventing.operation;

import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

@MongoEntity(collection = "cards")
public class CardDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String title;
    public @Nullable String note;

    static CardDocument of(CommunityId community, String id, String title) {
        var card = new CardDocument();
        card.id = id;
        card.communityId = community;
        card.title = title;
        return card;
    }

    Uni<CardDocument> add(Tx tx, CommunityId community) {
        return cards().of(community).insert(tx, this);
    }

    static Uni<@Nullable CardDocument> find(Tx tx, CommunityId community, String id) {
        return cards().of(community).find(tx, id);
    }

    static Uni<@Nullable CardDocument> write(Tx tx, CommunityId community, String id, @Nullable String note) {
        return cards().of(community).change(tx, id).by(set("note", note)).withoutEvent();
    }

    static Uni<@Nullable CardDocument> remove(Tx tx, CommunityId community, String id) {
        return cards().of(community).change(tx, id).deletingAndEmitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    static Uni<@Nullable CardDocument> takeAway(Tx tx, CommunityId community, String id) {
        return cards().of(community).change(tx, id).removing();
    }

    static Uni<Page<CardDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return cards().of(community).page(tx, Filters.empty(), descending("title"), page);
    }

    static Uni<Long> count(Tx tx, CommunityId community) {
        return cards().of(community).count(tx, Filters.empty());
    }

    static TenantCollection.All<CardDocument> cards() {
        return TenantCollection.all(mongoCollection());
    }
}
