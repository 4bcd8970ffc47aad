package dev.regulars.identity.port;

import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the member whom a partner's page names by attributes. The directory implements it. */
public interface IdentifiedMembers {

    /** @param userId the decimal string of the account */
    record IdentifiedMember(String accountId, String userId) {}

    /**
     * The current member whom all of them fit; empty where there is none, or more than one.
     *
     * @param attributes by their names without {@code data-}, such as {@code email} or {@code customer-id}
     */
    Uni<@Nullable IdentifiedMember> member(CommunityId community, Map<String, String> attributes);
}
