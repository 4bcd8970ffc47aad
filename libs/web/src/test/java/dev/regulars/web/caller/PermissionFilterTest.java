package dev.regulars.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionFilterTest {

    /** One operation for each way to ask. */
    interface Operations {

        @Needs(level = Level.ADMIN, permission = Permission.STORE)
        void adminOrKey();

        @Needs(level = Level.APPLICATION, systemKey = true)
        void anybodyOrSystemKey();

        @Needs(level = Level.ADMIN)
        void adminOnly();

        @Needs(service = true)
        void serviceOnly();

        @Needs(level = Level.MEMBER, permission = Permission.STORE)
        void memberOrKey();

        @Needs(level = Level.ADMIN, permission = Permission.STORE, attributeWidget = true)
        void adminOrPublicWidget();
    }

    /** A resource that says it for those of its operations that say nothing. */
    @Needs(level = Level.ADMIN)
    interface Resource {

        void inherited();

        @Needs(level = Level.MEMBER)
        void own();
    }

    @ParameterizedTest
    @CsvSource({"inherited, ADMIN", "own, MEMBER"})
    void anOperationNeedsWhatItSaysOrElseWhatItsResourceSays(String operation, Level level)
            throws NoSuchMethodException {
        assertThat(PermissionFilter.needs(Resource.class.getDeclaredMethod(operation))
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "adminOrKey, USER, OWNER, '', true",
        "adminOrKey, USER, ADMIN, '', true",
        "adminOrKey, USER, MEMBER, '', false",
        "adminOrKey, USER, APPLICATION, '', false",
        "adminOrKey, KEY, APPLICATION, store, true",
        "adminOrKey, KEY, APPLICATION, ledger, false",
        "adminOrKey, SYSTEM, APPLICATION, store, false",
        "adminOrKey, SERVICE, APPLICATION, '', false",
        "adminOrKey, WIDGET, OWNER, store, false",
        "memberOrKey, WIDGET, MEMBER, '', true",
        "memberOrKey, WIDGET, APPLICATION, store, false",
        "memberOrKey, SSO, MEMBER, '', true",
        "adminOrPublicWidget, WIDGET, APPLICATION, '', true",
        "adminOrPublicWidget, SSO, MEMBER, '', false",
        "anybodyOrSystemKey, USER, APPLICATION, '', true",
        "anybodyOrSystemKey, SYSTEM, APPLICATION, '', true",
        "anybodyOrSystemKey, KEY, APPLICATION, store, false",
        "adminOnly, KEY, APPLICATION, '', false",
        "serviceOnly, SERVICE, APPLICATION, '', true",
        "serviceOnly, USER, OWNER, '', false",
        "serviceOnly, KEY, APPLICATION, '', false",
    })
    void whoMayDoWhat(String operation, CallerKind kind, Level level, String permission, boolean may)
            throws NoSuchMethodException {
        Needs needs = Operations.class.getDeclaredMethod(operation).getAnnotation(Needs.class);

        assertThat(PermissionFilter.allows(needs, kind, level, Set.of(permission)))
                .isEqualTo(may);
    }
}
