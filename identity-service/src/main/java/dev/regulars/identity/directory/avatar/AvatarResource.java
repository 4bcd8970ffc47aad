package dev.regulars.identity.directory.avatar;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.MANAGE_USER;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/integration/users/avatar")
@Tag(ref = "Users")
class AvatarResource {

    /** Where the picture is. */
    @Schema(examples = """
            {"avatar": "https://api.example.com/media/identity/66b1f2a8a4d3e5f607182941"}""")
    record AvatarView(
            @Schema(description = "A URL that everybody may see")
            String avatar) {}

    private final Avatars avatars;
    private final Once once;
    private final Caller caller;

    AvatarResource(Avatars avatars, Once once, Caller caller) {
        this.avatars = avatars;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = ADMIN, permission = MANAGE_USER)
    @Says("Avatar uploaded successfully")
    @Refuses(kind = Kind.TOO_LARGE, when = "The image has more than 10 MiB, or the community stores 5 GiB")
    @Refuses(kind = Kind.TOO_MANY, when = "The caller uploaded 60 images in this hour")
    @Operation(
            operationId = "uploadUserAvatar",
            summary = "Upload the avatar of a member",
            description =
                    "JPEG, PNG, GIF or WebP of at most 16 megapixels; the middle of it is stored as 512 × 512 pixels. "
                            + "`user` is a decimal id, `_id`, e-mail address or username.")
    public Uni<AvatarView> upload(@RestForm FileUpload image, @RestForm String user) {
        var community = caller.community();
        String callerId = caller.id();
        return once.perform(AvatarView.class, () -> avatars.draft(community, callerId, user, image), avatars::set);
    }
}
