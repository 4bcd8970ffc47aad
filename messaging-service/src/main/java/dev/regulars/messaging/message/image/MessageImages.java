package dev.regulars.messaging.message.image;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.media.Media;
import dev.regulars.media.MediaReferences;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/**
 * The images of messages. Those that were uploaded here are kept by their lasting address and shown by one that is signed and
 * expires, so that nobody who no longer sees a channel goes on seeing its images; those of other hosts stay as they are.
 */
@ApplicationScoped
public class MessageImages implements MediaReferences {

    private final Media media;
    private final Outbox outbox;

    MessageImages(Media media, Outbox outbox) {
        this.media = media;
        this.outbox = outbox;
    }

    /** As they are kept. Refuses an address of ours that shows no image of the community. */
    public Uni<List<String>> kept(CommunityId community, List<String> images) {
        return Multi.createFrom()
                .iterable(images)
                .onItem()
                .transformToUniAndConcatenate(url -> kept(community, url))
                .collect()
                .asList();
    }

    private Uni<String> kept(CommunityId community, String url) {
        String id = media.idOf(url);
        return id == null
                ? Uni.createFrom().item(url)
                : media.hold(outbox.alone(), community, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.invalid("images", "must be uploaded again: one of them is gone"))
                        .map(image -> media.url(id));
    }

    /** The ids of those that were uploaded here. */
    public List<String> ids(List<String> kept) {
        return kept.stream().map(media::idOf).filter(Objects::nonNull).toList();
    }

    /** As they are shown. */
    public List<String> shown(List<String> kept) {
        return kept.stream()
                .map(url -> {
                    String id = media.idOf(url);
                    return id == null ? url : media.signedUrl(id).url();
                })
                .toList();
    }

    @Override
    public Uni<Boolean> isNamed(CommunityId community, String mediaId) {
        return MessageDocument.showing(outbox.alone(), community, mediaId).map(message -> message != null);
    }
}
