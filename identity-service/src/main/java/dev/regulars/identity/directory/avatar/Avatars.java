package dev.regulars.identity.directory.avatar;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.avatar.AvatarResource.AvatarView;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.media.Media;
import dev.regulars.media.StoredImage;
import dev.regulars.media.image.ImageBounds;
import dev.regulars.media.upload.NewImage;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Gives members their pictures. */
@ApplicationScoped
class Avatars {

    /** A picture that is stored, and whose it will be. */
    record Draft(String accountId, StoredImage image) {}

    private final Directory directory;
    private final Media media;

    Avatars(Directory directory, Media media) {
        this.directory = directory;
        this.media = media;
    }

    /** Whose picture it is comes first: an unknown name costs no decoding. */
    Uni<Draft> draft(CommunityId community, String callerId, @Nullable String user, @Nullable FileUpload image) {
        if (user == null || user.isBlank()) {
            return Uni.createFrom().failure(Refusal.invalid("user", "is required"));
        }
        var upload = new NewImage(community, callerId, "image", image, ImageBounds.AVATAR, false);
        return directory.accountOf(community, user).chain(account -> media.store(upload)
                .map(stored -> new Draft(account, stored)));
    }

    Uni<AvatarView> set(Tx tx, Draft draft) {
        String url = media.url(draft.image().id());
        return media.hold(tx, tx.community(), draft.image().id())
                .chain(() -> MemberFieldWrites.avatar(
                        tx, draft.accountId(), url, draft.image().id()))
                .replaceWith(new AvatarView(url));
    }
}
