package dev.regulars.community.media;

import dev.regulars.eventing.once.Once;
import dev.regulars.media.Media;
import dev.regulars.media.image.ImageBounds;
import dev.regulars.media.upload.NewImage;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/application/communities/{communityId}/media")
@Tag(ref = "Communities")
class CommunityMediaResource {

    /** Where the picture is. */
    @Schema(examples = """
            {"url": "https://api.example.com/media/community/66b1f2a8a4d3e5f607182941"}""")
    record MediaView(
            @Schema(description = "Good for ever, and for everybody")
            String url) {}

    private final Media media;
    private final Once once;
    private final Caller caller;

    CommunityMediaResource(Media media, Once once, Caller caller) {
        this.media = media;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = Level.ADMIN)
    @Says("Create media success.")
    @Refuses(kind = Kind.TOO_LARGE, when = "The image has more than 10 MiB, or the community stores 5 GiB")
    @Refuses(kind = Kind.TOO_MANY, when = "The caller uploaded 60 images in this hour")
    @Operation(operationId = "uploadCommunityMedia", summary = "Upload a picture for a logo, a badge or a product")
    public Uni<MediaView> upload(@RestForm FileUpload image) {
        var upload = new NewImage(caller.community(), caller.id(), "image", image, ImageBounds.ILLUSTRATION, false);
        return once.perform(
                MediaView.class, () -> media.store(upload), (tx, stored) -> media.hold(tx, tx.community(), stored.id())
                        .replaceWith(() -> new MediaView(media.url(stored.id()))));
    }
}
