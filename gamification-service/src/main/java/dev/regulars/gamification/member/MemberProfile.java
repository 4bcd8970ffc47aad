package dev.regulars.gamification.member;

import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.internal.people.Person;
import org.jspecify.annotations.Nullable;

/** How a member is shown; no more of a person is kept here. */
public record MemberProfile(String userId, String username, String displayName) {

    /** Empty for an event of a version that did not tell the display name. */
    static @Nullable MemberProfile of(MemberProfiled event) {
        return event.displayName() == null
                ? null
                : new MemberProfile(event.userId(), event.username(), event.displayName());
    }

    static MemberProfile of(Person person) {
        return new MemberProfile(person.userId(), person.username(), person.displayName());
    }
}
