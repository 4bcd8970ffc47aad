package dev.regulars.identity.accounts.widget.token;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.port.IdentifiedMembers.IdentifiedMember;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the token of a widget says. It is worth as much as the credential that it came from, and ends with it.
 *
 * @param credential the widget itself, the API key, or the access key
 * @param widgets that it is for; none: all that are used with such tokens
 * @param member absent for a visitor whom nobody vouches for
 */
public record Grant(
        WidgetAuth auth,
        String credential,
        String communityId,
        List<String> widgets,
        @Nullable IdentifiedMember member,
        Instant end) {

    /** As sure as the signature of the token. */
    public CommunityId community() {
        return CommunityId.trusted(communityId);
    }
}
