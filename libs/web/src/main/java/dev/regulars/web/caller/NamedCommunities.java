package dev.regulars.web.caller;

import dev.regulars.web.refusal.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The communities that a call's path or query names: one place for the two steps that look. */
public final class NamedCommunities {

    private static final String NAME = "communityId";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private NamedCommunities() {}

    public static List<String> in(UriInfo uri) {
        return Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .flatMap(all -> all.getOrDefault(NAME, List.of()).stream())
                .toList();
    }

    /** Refuses a call that names none. */
    static void require(UriInfo uri) {
        if (in(uri).isEmpty()) {
            throw Refusal.invalid(NAME, "is required");
        }
    }

    /** The pattern comes first, then the tenant (contract §2.2: fields before records). */
    public static void check(List<String> named, Caller caller) {
        if (!named.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw Refusal.invalid(NAME, "must be 24 hex digits");
        }
        named.forEach(caller::checkIsOf);
    }
}
