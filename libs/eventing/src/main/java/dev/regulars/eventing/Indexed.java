package dev.regulars.eventing;

import io.smallrye.mutiny.Uni;

/** Declares every index of a service, in one place. A service has one bean of this. */
public interface Indexed {

    /** Builds what is missing; costs nothing where all is there. */
    Uni<Void> build();
}
