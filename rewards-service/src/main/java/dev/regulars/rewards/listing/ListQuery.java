package dev.regulars.rewards.listing;

import dev.regulars.rewards.listing.Listing.Wanted;
import dev.regulars.web.refusal.Refusal;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Order, search and filter of a list, as its query has them: {@code @Valid @BeanParam ListQuery query}. */
public class ListQuery {

    private static final String KEYWORD = "keyword:";

    @QueryParam("sort")
    @Size(max = 50)
    @Parameter(description = "A member and a direction: `createdAt:desc`")
    @Nullable
    String sort;

    @QueryParam("search")
    @Size(max = 100)
    @Parameter(description = "Text that the name contains, whatever its case")
    @Nullable
    String search;

    @QueryParam("filter")
    @Size(max = 300)
    @Parameter(description = "A member and its value: `isArchived:false`")
    @Nullable
    String filter;

    @QueryParam("fields")
    @Size(max = 1_000)
    @Parameter(description = "Members to answer with, separated by commas; `_id` is always there. All when absent")
    @Nullable
    String fields;

    /**
     * Refuses members that the list cannot be sorted or filtered by.
     *
     * @param sortable the first one is taken where the query names none
     */
    public Listing listing(List<String> sortable, List<String> filterable) {
        String[] by = sort == null ? new String[] {sortable.getFirst(), "asc"} : sort.split(":", -1);
        if (by.length != 2
                || !sortable.contains(by[0])
                || !List.of("asc", "desc").contains(by[1])) {
            throw Refusal.invalid("sort", "must be one of " + String.join(", ", sortable) + " with :asc or :desc");
        }
        return new Listing(by[0], by[1].equals("asc"), keyword(), wanted(filterable));
    }

    private @Nullable String keyword() {
        if (search == null || search.isBlank()) {
            return null;
        }
        return search.startsWith(KEYWORD) ? search.substring(KEYWORD.length()) : search;
    }

    private @Nullable Wanted wanted(List<String> filterable) {
        if (filter == null) {
            return null;
        }
        int colon = filter.indexOf(':');
        String member = colon < 0 ? filter : filter.substring(0, colon);
        if (colon < 0 || !filterable.contains(member)) {
            throw Refusal.invalid("filter", "must be one of " + String.join(", ", filterable) + " with : and a value");
        }
        return new Wanted(member, filter.substring(colon + 1));
    }
}
