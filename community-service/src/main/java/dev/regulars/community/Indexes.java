package dev.regulars.community;

import dev.regulars.community.server.Servers;
import dev.regulars.eventing.Indexed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Memberships are found by their id alone. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return Servers.buildIndexes();
    }
}
