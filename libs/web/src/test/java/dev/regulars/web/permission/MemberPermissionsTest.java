package dev.regulars.web.permission;

import static dev.regulars.web.permission.RolePermission.BAN_MEMBERS;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;
import static dev.regulars.web.permission.RolePermission.SERVER_ADMINISTRATOR;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.web.permission.MemberPermissions.Grant;
import dev.regulars.web.permission.Overwrite.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MemberPermissionsTest {

    private static final Grant ALL = new Grant("all", Set.of(VIEW_MESSAGE_HISTORY, POST_MESSAGES));
    private static final Overwrite MUTED_FOR_ALL = new Overwrite(Target.ROLE, "all", Set.of(), Set.of(POST_MESSAGES));

    record Situation(MemberPermissions member, List<Overwrite> channel) {}

    /** As often as {@code jqwik.tries.default} says: ten times as often in {@code make faults}. */
    @Property
    void agreesWithTheModel(@ForAll("situations") Situation situation) {
        var held = new TreeSet<String>();
        situation.member().held(situation.channel()).forEach(one -> held.add(one.wire()));

        assertThat(held).isEqualTo(PermissionModel.held(situation.member(), situation.channel()));
    }

    @Example
    void theLastRuleThatAppliesDecides() {
        var member = member(false, false, new Grant("vip", Set.of()));
        var allowed = new Overwrite(Target.ROLE, "vip", Set.of(POST_MESSAGES), Set.of());
        var muted = new Overwrite(Target.USER, "me", Set.of(), Set.of(POST_MESSAGES));

        assertRule(member, Rule.ROLE, true);
        assertRule(member, Rule.CHANNEL_ALL, false, MUTED_FOR_ALL);
        assertRule(member, Rule.CHANNEL_ROLE, true, MUTED_FOR_ALL, allowed);
        assertRule(member, Rule.CHANNEL_MEMBER, false, MUTED_FOR_ALL, allowed, muted);
    }

    @Example
    void ownersAndAdministratorsAreAboveOverwrites() {
        var administrator = new Grant("admin", Set.of(SERVER_ADMINISTRATOR));

        assertRule(member(true, false), Rule.OWNER, true, MUTED_FOR_ALL);
        assertRule(member(false, false, administrator), Rule.ADMINISTRATOR, true, MUTED_FOR_ALL);
    }

    @Example
    void aSuspendedMemberReadsOnly() {
        var suspended = member(false, true, new Grant("admin", Set.of(SERVER_ADMINISTRATOR)));

        assertThat(suspended.held()).containsExactly(VIEW_MESSAGE_HISTORY);
        assertRule(suspended, Rule.SUSPENSION, false);
        assertRule(member(true, true), Rule.OWNER, true);
    }

    @Example
    void anOverwriteCannotGrantWhatIsNotOfTheChannel() {
        var overwrite = new Overwrite(Target.USER, "me", Set.of(BAN_MEMBERS), Set.of());

        assertThat(member(false, false).decide(BAN_MEMBERS, List.of(overwrite)).rule())
                .isEqualTo(Rule.NO_ROLE);
    }

    @Example
    void bothNamesOfAPermissionAreKnownAndNoOther() {
        assertThat(RolePermission.named("overwrite_language_settings"))
                .isEqualTo(RolePermission.named("overwrite_language"))
                .contains(RolePermission.OVERWRITE_LANGUAGE);
        assertThat(RolePermission.named("share_attachments")).isEmpty();
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.randomValue(MemberPermissionsTest::situation);
    }

    private static Situation situation(Random random) {
        List<Grant> roles = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            roles.add(new Grant("role" + i, some(random)));
        }
        var member = new MemberPermissions(
                "user0", random.nextInt(10) == 0, random.nextInt(10) == 0, new Grant("role0", some(random)), roles);
        List<Overwrite> channel = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> random.nextBoolean()
                        ? overwrite(Target.ROLE, "role", random)
                        : overwrite(Target.USER, "user", random))
                .toList();
        return new Situation(member, channel);
    }

    private static Overwrite overwrite(Target target, String name, Random random) {
        return new Overwrite(target, name + random.nextInt(6) / 2, some(random), some(random));
    }

    /** An administrator seldom: nothing else counts then. */
    private static Set<RolePermission> some(Random random) {
        Set<RolePermission> some = EnumSet.noneOf(RolePermission.class);
        Arrays.stream(RolePermission.values())
                .filter(one -> random.nextInt(one == SERVER_ADMINISTRATOR ? 30 : 4) == 0)
                .forEach(some::add);
        return some;
    }

    private static MemberPermissions member(boolean owner, boolean suspended, Grant... roles) {
        return new MemberPermissions("me", owner, suspended, ALL, List.of(roles));
    }

    private static void assertRule(MemberPermissions member, Rule rule, boolean allowed, Overwrite... channel) {
        var decision = member.decide(POST_MESSAGES, List.of(channel));
        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.allowed()).isEqualTo(allowed);
    }
}
