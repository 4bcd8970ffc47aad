package dev.regulars.identity.directory.filter;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.filter.field.CustomFilterField;
import dev.regulars.identity.directory.filter.field.FilterField;
import dev.regulars.identity.directory.filter.field.FilterFields;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds users by their fields, 200 at a time. */
@ApplicationScoped
class UserFilter {

    private static final int PAGE = 200;

    private final Outbox outbox;
    private final FieldDefinitions customFields;

    UserFilter(Outbox outbox, FieldDefinitions customFields) {
        this.outbox = outbox;
        this.customFields = customFields;
    }

    Uni<FilteredUsers> find(CommunityId community, FilterRequest request) {
        request.check();
        return customFields
                .of(community)
                .chain(custom -> find(
                        community,
                        request,
                        new FilterFields(
                                custom.stream().map(CustomFilterField::new).toList())));
    }

    private Uni<FilteredUsers> find(CommunityId community, FilterRequest request, FilterFields known) {
        Map<String, FilterField> fields = known.chosen(request.fields());
        List<Condition> conditions = Conditions.of(request.conditions(), known);
        return request.page() == null
                ? byCursor(community, fields, conditions, request.cursor())
                : byPage(community, fields, conditions, request.page());
    }

    private Uni<FilteredUsers> byCursor(
            CommunityId community,
            Map<String, FilterField> fields,
            List<Condition> conditions,
            @Nullable String cursor) {
        var place = FilterCursor.of(community, fields.keySet(), conditions);
        String after = cursor == null ? null : place.read(cursor);
        Tx tx = outbox.alone();
        return FilterDocument.after(tx, community, conditions, after, PAGE).map(found -> {
            boolean more = found.size() > PAGE;
            List<MemberDocument> members = more ? found.subList(0, PAGE) : found;
            String next = more ? place.after(members.getLast().accountId) : null;
            return new FilteredUsers(rows(members, fields), next, null, null);
        });
    }

    private Uni<FilteredUsers> byPage(
            CommunityId community, Map<String, FilterField> fields, List<Condition> conditions, int number) {
        return FilterDocument.page(outbox.alone(), community, conditions, PageRequest.ofPage(number, PAGE))
                .map(page -> new FilteredUsers(rows(page.items(), fields), null, page.totalPages(), number));
    }

    private static List<Map<String, @Nullable Object>> rows(
            List<MemberDocument> members, Map<String, FilterField> fields) {
        return members.stream().map(member -> row(member, fields)).toList();
    }

    private static Map<String, @Nullable Object> row(MemberDocument member, Map<String, FilterField> fields) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        fields.forEach((name, field) -> row.put(name, field.shown(member)));
        return row;
    }
}
