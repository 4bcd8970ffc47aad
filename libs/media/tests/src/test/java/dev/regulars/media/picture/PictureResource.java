package dev.regulars.media.picture;

import dev.regulars.eventing.once.Once;
import dev.regulars.media.Media;
import dev.regulars.media.StoredImage;
import dev.regulars.media.image.ImageBounds;
import dev.regulars.media.upload.NewImage;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/application/communities/{communityId}/pictures")
class PictureResource {

    record PictureView(String id, String url, String signedUrl, String thumbnail) {}

    private final Media media;
    private final Once once;
    private final Caller caller;

    PictureResource(Media media, Once once, Caller caller) {
        this.media = media;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = Level.MEMBER)
    @Says("Upload picture success.")
    @Operation(summary = "Upload a picture")
    public Uni<PictureView> upload(@RestForm FileUpload image, @RestForm String audience) {
        var upload = new NewImage(
                caller.community(), caller.id(), "image", image, ImageBounds.MESSAGE, "few".equals(audience));
        return once.perform(PictureView.class, () -> media.store(upload), (tx, stored) -> media.hold(
                        tx, tx.community(), stored.id())
                .map(this::view));
    }

    private PictureView view(StoredImage image) {
        return new PictureView(
                image.id(),
                media.url(image.id()),
                media.signedUrl(image.id()).url(),
                media.signedThumbnailUrl(image.id()).url());
    }
}
