package dev.regulars.identity.directory.member;

import dev.regulars.eventing.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others own of a member. Each part has the version of its source, so that an older state never replaces a newer one. */
public final class Sources {

    private Sources() {}

    /** When the account joined and left, as of a version of the membership. */
    public record Membership(
            Version version, Instant joinedAt, @Nullable Instant leftAt) {}

    /** Whether the account owns the community, as of a version of the community. */
    public record Ownership(Version version, boolean owner) {}

    /** 0 to 9, as of a version of the membership. Absent for 0. */
    public record Access(Version version, int level) {}

    /** Roles but {@code @all}, as of a version of the membership. */
    public record Roles(Version version, List<String> ids) {}

    /** Whether the member is here, as of a version of the presence. */
    public record Presence(Version version, boolean isOnline) {}

    /** The owner's own changes of the profile, as of a version of the account. */
    public record Profile(Version version) {}
}
