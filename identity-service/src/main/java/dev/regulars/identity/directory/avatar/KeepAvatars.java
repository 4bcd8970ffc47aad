package dev.regulars.identity.directory.avatar;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.media.MediaReferences;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Avatars that members have are kept; those they had before are not. */
@Singleton
class KeepAvatars implements MediaReferences {

    private final Outbox outbox;

    KeepAvatars(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Boolean> isNamed(CommunityId community, String mediaId) {
        return MemberFieldWrites.isAvatar(outbox.alone(community), mediaId);
    }
}
