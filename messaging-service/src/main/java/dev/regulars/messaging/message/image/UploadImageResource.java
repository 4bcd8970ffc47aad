package dev.regulars.messaging.message.image;

import static dev.regulars.web.caller.Permission.SEND_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGES;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/integration/messages/upload-image")
@Tag(ref = "Messages")
class UploadImageResource {

    private final Images images;
    private final Caller caller;

    UploadImageResource(Images images, Caller caller) {
        this.images = images;
        this.caller = caller;
    }

    /** The contract has no envelope here. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @IgnoresIdempotencyKey("Each upload is another image; what no message shows is removed after a day")
    @Operation(operationId = "uploadImage", summary = "Upload images for messages")
    public Uni<List<UploadedImage>> upload(@RestForm("images") @Nullable List<FileUpload> images) {
        var viewer = new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
        return this.images.upload(viewer, requireNonNullElse(images, List.of()));
    }
}
