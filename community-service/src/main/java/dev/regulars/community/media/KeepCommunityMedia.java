package dev.regulars.community.media;

import dev.regulars.events.CommunityId;
import dev.regulars.media.MediaReferences;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Badges and products of other services name these pictures by their address, so this service cannot know that none does. */
@Singleton
class KeepCommunityMedia implements MediaReferences {

    @Override
    public Uni<Boolean> isNamed(CommunityId community, String mediaId) {
        return Uni.createFrom().item(true);
    }
}
