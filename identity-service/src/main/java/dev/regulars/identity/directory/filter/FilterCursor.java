package dev.regulars.identity.directory.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a page of one query ended: the last account, and what the query was, so that a cursor of another one is refused. */
record FilterCursor(String query) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{24})\\.([0-9a-f]{64})");

    static FilterCursor of(CommunityId community, Set<String> fields, List<Condition> conditions) {
        Stream<String> shown = fields.stream().sorted();
        Stream<String> wanted = conditions.stream()
                .map(condition -> condition.field().title() + condition.bounds())
                .sorted();
        return new FilterCursor(Secrets.hash(Stream.concat(Stream.of(community.id()), Stream.concat(shown, wanted))
                .toList()
                .toString()));
    }

    String after(String accountId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((accountId + "." + query).getBytes(UTF_8));
    }

    /** The account behind which the page begins. */
    String read(String cursor) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (form.matches() && form.group(2).equals(query)) {
                return form.group(1);
            }
        } catch (IllegalArgumentException unreadable) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return Refusal.invalid("cursor", "must be one that this query answered");
    }
}
