package dev.regulars.identity.directory.filter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static dev.regulars.identity.directory.member.MemberDocument.JOINED;
import static dev.regulars.identity.directory.member.MemberDocument.members;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.filter.field.Bounds;
import dev.regulars.identity.directory.filter.field.DefaultFilterField;
import dev.regulars.identity.directory.filter.field.FilterField;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A filter as MongoDB reads it. Values come as values only, whatever a caller wrote. Pages are in the order of ids, which never change. */
final class FilterDocument {

    private static final String ENGLISH = "English";

    private FilterDocument() {}

    /** One more than a page, where there are more. */
    static Uni<List<MemberDocument>> after(
            Tx tx, CommunityId community, List<Condition> conditions, @Nullable String accountId, int limit) {
        Bson rest = accountId == null
                ? which(conditions)
                : and(gt("_id", MemberDocument.id(community.id(), accountId)), which(conditions));
        return members()
                .of(community)
                .list(tx, rest, ascending("_id"), limit + 1)
                .collect()
                .asList();
    }

    static Uni<Page<MemberDocument>> page(Tx tx, CommunityId community, List<Condition> conditions, PageRequest page) {
        return members().of(community).page(tx, which(conditions), ascending("_id"), page);
    }

    static Bson which(List<Condition> conditions) {
        List<Bson> all = new ArrayList<>();
        conditions.forEach(condition -> all.add(which(condition)));
        all.add(JOINED);
        return and(all);
    }

    private static Bson which(Condition condition) {
        FilterField field = condition.field();
        if (field == DefaultFilterField.LANGUAGE
                && ENGLISH.equals(condition.bounds().exactly())) {
            return or(eq("language", ENGLISH), exists("language", false));
        }
        return field.place(
                path -> and(within(path, condition)),
                key -> elemMatch("attributes", and(eq("k", key), and(within("v", condition)))));
    }

    private static List<Bson> within(String path, Condition condition) {
        FilterField field = condition.field();
        Bounds bounds = condition.bounds();
        List<Bson> all = new ArrayList<>();
        if (bounds.exactly() != null) {
            all.add(eq(path, field.stored(bounds.exactly())));
        }
        if (bounds.from() != null) {
            all.add(gte(path, field.stored(bounds.from())));
        }
        if (bounds.upTo() != null) {
            all.add(lte(path, field.stored(bounds.upTo())));
        }
        if (bounds.under() != null) {
            all.add(lt(path, field.stored(bounds.under())));
        }
        return all;
    }
}
