package dev.regulars.media;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.media.image.EncodedImage;
import dev.regulars.media.image.ImageProcessor;
import dev.regulars.media.image.ProcessedImage;
import dev.regulars.media.storage.MediaStorage;
import dev.regulars.media.upload.NewImage;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The images of a service. {@link #store} belongs into the draft of a call, {@link #hold} into the write that names the image; what
 * no document names is removed after a day ({@link MediaReferences}).
 */
@ApplicationScoped
public class Media {

    private static final String THUMBNAIL = "-thumbnail";

    private final UploadLimits limits;
    private final ImageProcessor images;
    private final MediaStorage storage;
    private final MediaUrls urls;
    private final MediaConfig config;
    private final Outbox outbox;
    private final Clock clock;

    Media(
            UploadLimits limits,
            ImageProcessor images,
            MediaStorage storage,
            MediaUrls urls,
            MediaConfig config,
            Outbox outbox,
            Clock clock) {
        this.limits = limits;
        this.images = images;
        this.storage = storage;
        this.urls = urls;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Checks, re-encodes and stores an upload. Refuses what is no image, too large, or too much for caller or community. */
    public Uni<StoredImage> store(NewImage upload) {
        return limits.check(upload)
                .chain(file -> images.process(upload.field(), file.filePath(), upload.bounds()))
                .chain(processed -> store(upload, processed))
                .map(StoredImage::of);
    }

    /** The document first, so that the clean-up knows of bytes that a crash leaves behind. */
    private Uni<MediaDocument> store(NewImage upload, ProcessedImage processed) {
        MediaDocument document = document(upload, processed);
        EncodedImage thumbnail = processed.thumbnail();
        Tx tx = outbox.alone();
        return document.insert(tx)
                .chain(() -> storage.put(document.id, processed.image().content()))
                .chain(() -> thumbnail == null
                        ? Uni.createFrom().voidItem()
                        : storage.put(document.id + THUMBNAIL, thumbnail.content()))
                .chain(() -> document.stored(tx))
                .replaceWith(document);
    }

    private MediaDocument document(NewImage upload, ProcessedImage processed) {
        EncodedImage image = processed.image();
        EncodedImage thumbnail = processed.thumbnail();
        var document = new MediaDocument();
        document.id = Ids.next();
        document.communityId = upload.community();
        document.uploadedBy = upload.callerId();
        document.type = image.type();
        document.thumbnailType = thumbnail == null ? null : thumbnail.type();
        document.bytes = image.content().length()
                + (thumbnail == null ? 0L : thumbnail.content().length());
        document.width = image.width();
        document.height = image.height();
        document.restricted = upload.restricted();
        document.state = MediaDocument.STORING;
        document.createdAt = clock.instant();
        document.checkAt = document.createdAt.plus(config.media().unnamedFor());
        return document;
    }

    /** An image of the community that a document is about to name; nothing where there is none, or it is gone. */
    public Uni<@Nullable StoredImage> hold(Tx tx, CommunityId community, String id) {
        return MediaDocument.hold(
                        tx, community, id, clock.instant().plus(config.media().unnamedFor()))
                .map(found -> found == null ? null : StoredImage.of(found));
    }

    /** The address of an image that everybody may see. */
    public String url(String id) {
        return urls.plain(id);
    }

    /** An address of a restricted image, good for an hour. */
    public SignedUrl signedUrl(String id) {
        return urls.signed(id, false);
    }

    /** The same of its small copy; of the image itself where there is none. */
    public SignedUrl signedThumbnailUrl(String id) {
        return urls.signed(id, true);
    }

    /** The id in an address of this service's media, signed or not, expired or not; nothing for any other text. */
    public @Nullable String idOf(String url) {
        return urls.id(url);
    }

    /** For whoever has its address; nothing where the address is wrong, unsigned or expired. */
    Uni<@Nullable Content> read(String id, Address address) {
        boolean signed = urls.isGood(id, address.expires(), address.signature());
        return MediaDocument.ofAddress(outbox.alone(), id).chain(found -> {
            if (found == null || (found.restricted && !signed)) {
                return Uni.createFrom().nullItem();
            }
            String thumbnail = address.thumbnail() ? found.thumbnailType : null;
            return storage.get(thumbnail == null ? id : id + THUMBNAIL)
                    .onItem()
                    .ifNotNull()
                    .transform(
                            bytes -> new Content(bytes, thumbnail == null ? found.type : thumbnail, found.restricted));
        });
    }

    /** Takes the bytes away, then what is known of them. */
    Uni<Void> remove(MediaDocument document) {
        Tx tx = outbox.alone();
        return document.retire(tx)
                .onItem()
                .ifNotNull()
                .transformToUni(retired -> storage.delete(document.id)
                        .chain(() -> storage.delete(document.id + THUMBNAIL))
                        .chain(() -> document.remove(tx)))
                .replaceWithVoid();
    }

    /** The query of an address. */
    record Address(@Nullable String expires, @Nullable String signature, boolean thumbnail) {}

    /** What an address shows. */
    record Content(Buffer bytes, String type, boolean restricted) {}
}
