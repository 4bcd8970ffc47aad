package dev.regulars.events;

import java.util.Objects;

/**
 * A tenant that is certain: it came with a checked token, with an event or out of a document, never from the outside. So it has
 * no public constructor and no {@code valueOf}: no framework can make one of a parameter or a body.
 */
public final class CommunityId {

    private final String id;

    private CommunityId(String id) {
        this.id = id;
    }

    /** For the caller's token, events and the database only; a rule holds everybody else off. */
    public static CommunityId trusted(String id) {
        return new CommunityId(Objects.requireNonNull(id));
    }

    /** 24 hex digits. */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommunityId that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
