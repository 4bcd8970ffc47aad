package dev.regulars.platform.caller;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: a pure function, so that one table of cases proves it for every operation. */
final class Admission {

    private Admission() {}

    /**
     * A person who is no member of the community named by the call passes here and is not found by
     * {@link Caller#communityId()}: to a stranger a community does not exist, and that comes after the body (contract §2.2).
     */
    static boolean allows(
            Needs needs,
            CallerKind kind,
            Level level,
            @Nullable String community,
            Set<String> permissions,
            boolean named) {
        return switch (kind) {
            case USER ->
                needs.level() != Level.NOBODY && (level.compareTo(needs.level()) >= 0 || stranger(community, named));
            case KEY -> !needs.permission().isEmpty() && permissions.contains(needs.permission());
            case SYSTEM -> needs.systemKey();
            case SERVICE -> needs.service();
            default -> false;
        };
    }

    private static boolean stranger(@Nullable String community, boolean named) {
        return named && community == null;
    }
}
