package dev.regulars.identity.port;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What a person is in a community. The directory knows; accounts ask through this, so that they do not depend on it. */
public interface MemberAccessLookup {

    /** Empty for a stranger, for no community, and for text that cannot be the id of one. */
    Uni<@Nullable MemberAccess> of(String accountId, @Nullable String communityId);
}
