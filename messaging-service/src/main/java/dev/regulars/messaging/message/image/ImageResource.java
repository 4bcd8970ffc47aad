package dev.regulars.messaging.message.image;

import static dev.regulars.web.caller.Permission.GET_MESSAGES;
import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/images/{imageId}/url")
@Tag(ref = "Messages")
class ImageResource {

    private final Images images;
    private final Caller caller;

    ImageResource(Images images, Caller caller) {
        this.images = images;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_MESSAGES, userKey = READ_OWN_MESSAGES)
    @Says("Get image URL success.")
    @Operation(operationId = "getImageUrl", summary = "Sign the address of an image in a message that one sees")
    public Uni<ImageUrl> url(@ObjectId String imageId) {
        var viewer = new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
        return images.url(viewer, imageId);
    }
}
