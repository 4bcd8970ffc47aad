package dev.regulars.gamification.person;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;

/** Members act for themselves; admins and the community's keys for anybody. */
public final class OwnOrAnybody {

    private OwnOrAnybody() {}

    /** @param user decimal userId or {@code _id}, as the path names somebody */
    public static void check(Caller caller, String user) {
        boolean anybody = caller.kind() == CallerKind.KEY
                || (caller.kind() == CallerKind.USER && caller.level().compareTo(Level.ADMIN) >= 0);
        if (!anybody && !user.equals(caller.accountId()) && !user.equals(caller.userId())) {
            throw Refusal.of(Kind.NOT_PERMITTED, caller.id() + " asks about " + user);
        }
    }
}
