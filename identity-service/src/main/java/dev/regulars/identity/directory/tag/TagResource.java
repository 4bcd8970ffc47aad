package dev.regulars.identity.directory.tag;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.MEMBERS;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/members/{userId}/tags")
@Tag(ref = "Users")
class TagResource {

    /** All tags of a member. */
    @Schema(name = "MemberTags", examples = """
            {"tags": ["vip", "beta"]}""")
    record TagsBody(
            @Schema(description = "They replace those before; one that is named twice counts once")
            @NotNull
            @Size(max = 50, message = "must be at most 50 tags")
            List<@NotNull @Size(min = 1, max = 50) @DisplayName String> tags) {

        List<String> distinct() {
            return tags.stream().map(String::strip).distinct().toList();
        }
    }

    private final Directory directory;
    private final Once once;

    TagResource(Directory directory, Once once) {
        this.directory = directory;
        this.once = once;
    }

    @PUT
    @Needs(level = ADMIN, permission = MEMBERS)
    @Says("Update tags success.")
    @Refuses(kind = NOT_FOUND, when = "The user is no member")
    @Operation(operationId = "updateTags", summary = "Set the tags of a member")
    public Uni<TagsBody> set(
            @Parameter(example = "66b1f15ea4d3e5f60718293d") @ObjectId String userId, @Valid @NotNull TagsBody body) {
        List<String> tags = body.distinct();
        return once.perform(
                TagsBody.class, tx -> directory.tag(tx, userId, tags).replaceWith(new TagsBody(tags)));
    }
}
