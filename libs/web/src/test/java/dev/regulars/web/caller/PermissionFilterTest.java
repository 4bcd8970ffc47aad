package dev.regulars.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionFilterTest {

    /** One operation for each way to ask. */
    interface Operations {

        @Needs(level = Level.ADMIN, permission = "store")
        void adminOrKey();

        @Needs(level = Level.APPLICATION, systemKey = true)
        void anybodyOrSystemKey();

        @Needs(level = Level.ADMIN)
        void adminOnly();

        @Needs(service = true)
        void serviceOnly();
    }

    @ParameterizedTest
    @CsvSource({
        "adminOrKey, USER, OWNER, c, '', true, true",
        "adminOrKey, USER, ADMIN, c, '', true, true",
        "adminOrKey, USER, MEMBER, c, '', true, false",
        "adminOrKey, USER, APPLICATION, , '', false, false",
        "adminOrKey, KEY, APPLICATION, c, store, false, true",
        "adminOrKey, KEY, APPLICATION, c, ledger, false, false",
        "adminOrKey, SYSTEM, APPLICATION, c, store, false, false",
        "adminOrKey, SERVICE, APPLICATION, , '', false, false",
        "adminOrKey, WIDGET, OWNER, c, store, true, false",
        "anybodyOrSystemKey, USER, APPLICATION, , '', false, true",
        "anybodyOrSystemKey, SYSTEM, APPLICATION, c, '', false, true",
        "anybodyOrSystemKey, KEY, APPLICATION, c, store, false, false",
        "adminOnly, KEY, APPLICATION, c, '', true, false",
        "serviceOnly, SERVICE, APPLICATION, , '', false, true",
        "serviceOnly, USER, OWNER, c, '', true, false",
        "serviceOnly, KEY, APPLICATION, c, '', true, false",
    })
    void whoMayDoWhat(
            String operation,
            CallerKind kind,
            Level level,
            String community,
            String permission,
            boolean named,
            boolean may)
            throws NoSuchMethodException {
        Needs needs = Operations.class.getDeclaredMethod(operation).getAnnotation(Needs.class);

        assertThat(PermissionFilter.allows(needs, kind, level, community, Set.of(permission), named))
                .isEqualTo(may);
    }

    /** To be told by {@link Caller#communityId()} that there is no such community. */
    @ParameterizedTest
    @CsvSource({"adminOrKey", "adminOnly"})
    void aStrangerToTheCommunityOfTheCallIsNotYetTurnedAwayHere(String operation) throws NoSuchMethodException {
        Needs needs = Operations.class.getDeclaredMethod(operation).getAnnotation(Needs.class);

        assertThat(PermissionFilter.allows(needs, CallerKind.USER, Level.APPLICATION, null, Set.of(), true))
                .isTrue();
    }
}
