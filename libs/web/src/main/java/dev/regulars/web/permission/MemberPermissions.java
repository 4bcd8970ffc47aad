package dev.regulars.web.permission;

import static dev.regulars.web.permission.RolePermission.SERVER_ADMINISTRATOR;
import static dev.regulars.web.permission.RolePermission.Scope.CHANNEL;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.web.permission.Overwrite.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a member of a community may do. Every service asks this, and none works it out by itself:
 *
 * <ol>
 *   <li>the union of what {@code @all} and the member's other roles grant;
 *   <li>the owner, and the holder of a role with {@code server_administrator}, hold everything;
 *   <li>for anybody else, in a channel, its overwrites of channel permissions: that of {@code @all} (deny, then allow), those
 *       of the member's other roles (deny by any, then allow by any), that of the member (deny, then allow);
 *   <li>a member who is suspended, and is not the owner, may read only.
 * </ol>
 *
 * @param everyone the role {@code @all}
 * @param roles the member's other roles
 */
public record MemberPermissions(String accountId, boolean owner, boolean suspended, Grant everyone, List<Grant> roles) {

    /** What a role grants. */
    public record Grant(String roleId, Set<RolePermission> permissions) {}

    /** A rule that applies, and what it says. */
    public record Step(Rule rule, boolean allows) {}

    /** The answer, with every rule that applied, in order: the last one decided. */
    public record Decision(List<Step> steps) {

        public boolean allowed() {
            return steps.getLast().allows();
        }

        public Rule rule() {
            return steps.getLast().rule();
        }
    }

    /** Outside any channel. */
    public Decision decide(RolePermission asked) {
        return decide(asked, List.of());
    }

    /** @param overwrites of the channel that it is about */
    public Decision decide(RolePermission asked, List<Overwrite> overwrites) {
        List<Step> steps = new ArrayList<>();
        boolean granted = isGranted(asked);
        steps.add(new Step(granted ? Rule.ROLE : Rule.NO_ROLE, granted));
        if (owner) {
            steps.add(new Step(Rule.OWNER, true));
        } else if (isGranted(SERVER_ADMINISTRATOR)) {
            steps.add(new Step(Rule.ADMINISTRATOR, true));
        } else if (asked.scope() == CHANNEL) {
            addOverwrites(asked, overwrites, steps);
        }
        if (suspended && !owner && asked != VIEW_MESSAGE_HISTORY) {
            steps.add(new Step(Rule.SUSPENSION, false));
        }
        return new Decision(List.copyOf(steps));
    }

    /** All that the member holds outside any channel. */
    public Set<RolePermission> held() {
        return held(List.of());
    }

    /** All that the member holds in the channel with these overwrites. */
    public Set<RolePermission> held(List<Overwrite> overwrites) {
        Set<RolePermission> held = EnumSet.allOf(RolePermission.class);
        held.removeIf(asked -> !decide(asked, overwrites).allowed());
        return held;
    }

    private void addOverwrites(RolePermission asked, List<Overwrite> overwrites, List<Step> steps) {
        addStep(Rule.CHANNEL_ALL, asked, overwrites, steps, one -> one.isFor(Target.ROLE, everyone.roleId()));
        addStep(Rule.CHANNEL_ROLE, asked, overwrites, steps, this::isForARole);
        addStep(Rule.CHANNEL_MEMBER, asked, overwrites, steps, one -> one.isFor(Target.USER, accountId));
    }

    private static void addStep(
            Rule rule, RolePermission asked, List<Overwrite> overwrites, List<Step> steps, Predicate<Overwrite> which) {
        boolean allowed = false;
        boolean denied = false;
        for (Overwrite overwrite : overwrites) {
            if (which.test(overwrite)) {
                allowed |= overwrite.allow().contains(asked);
                denied |= overwrite.deny().contains(asked);
            }
        }
        if (allowed || denied) {
            steps.add(new Step(rule, allowed));
        }
    }

    private boolean isForARole(Overwrite overwrite) {
        for (Grant role : roles) {
            if (overwrite.isFor(Target.ROLE, role.roleId())) {
                return true;
            }
        }
        return false;
    }

    private boolean isGranted(RolePermission asked) {
        boolean granted = everyone.permissions().contains(asked);
        for (Grant role : roles) {
            granted |= role.permissions().contains(asked);
        }
        return granted;
    }
}
