package dev.regulars.messaging.community;

import dev.regulars.web.permission.MemberPermissions;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;

/**
 * A member, as far as messages are concerned.
 *
 * @param isMember false once the membership ended; then nothing is allowed
 */
public record ChannelMember(boolean isMember, MemberPermissions permissions) {

    public String accountId() {
        return permissions.accountId();
    }

    public boolean sees(ChannelDocument channel) {
        return may(RolePermission.VIEW_MESSAGE_HISTORY, channel);
    }

    public boolean may(RolePermission asked, ChannelDocument channel) {
        return isMember && permissions.decide(asked, channel.overwrites()).allowed();
    }

    /** A channel that one cannot see does not exist; in one that one sees, something may still not be allowed. */
    public void check(RolePermission asked, ChannelDocument channel) {
        checkActive();
        checkSees(channel);
        if (!may(asked, channel)) {
            throw Refusal.of(Kind.NOT_PERMITTED, accountId() + " lacks " + asked.wire() + " in " + channel.id);
        }
    }

    public void checkSees(ChannelDocument channel) {
        if (!sees(channel)) {
            throw Refusal.notFound("channel", channel.id);
        }
    }

    /** Suspended members may read only, and those who left or were banned nothing. */
    public void checkActive() {
        if (!isMember || (permissions.suspended() && !permissions.owner())) {
            throw Refusal.of(Kind.NOT_PERMITTED, accountId() + " is suspended, or no member any more");
        }
    }
}
