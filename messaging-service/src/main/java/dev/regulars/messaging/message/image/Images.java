package dev.regulars.messaging.message.image;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.media.Media;
import dev.regulars.media.image.ImageBounds;
import dev.regulars.media.upload.NewImage;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads images, and shows those of messages that one sees. */
@ApplicationScoped
class Images {

    private static final int MOST = 10;

    private final Media media;
    private final Channels channels;
    private final Outbox outbox;

    Images(Media media, Channels channels, Outbox outbox) {
        this.media = media;
        this.channels = channels;
        this.outbox = outbox;
    }

    /** One after the other: a decoder needs memory. */
    Uni<List<UploadedImage>> upload(Viewer viewer, List<FileUpload> files) {
        if (files.isEmpty()) {
            throw Refusal.invalid("images", "is required");
        }
        if (files.size() > MOST) {
            throw Refusal.invalid("images", "must be at most " + MOST + " files");
        }
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(file -> media.store(new NewImage(
                                viewer.community(), viewer.actor().id(), "images", file, ImageBounds.MESSAGE, true))
                        .map(stored -> new UploadedImage(
                                stored.id(),
                                file.fileName(),
                                media.signedUrl(stored.id()).url(),
                                stored.type(),
                                stored.bytes())))
                .collect()
                .asList();
    }

    /** Of an image in a message that the viewer sees. */
    Uni<ImageUrl> url(Viewer viewer, String imageId) {
        return MessageDocument.showing(outbox.alone(), viewer.community(), imageId)
                .plug(orNotFound("image", imageId))
                .chain(message -> channels.visible(viewer, message.channelId))
                .map(channel -> {
                    var signed = media.signedUrl(imageId);
                    return new ImageUrl(
                            signed.url(), media.signedThumbnailUrl(imageId).url(), signed.expiresAt());
                });
    }
}
