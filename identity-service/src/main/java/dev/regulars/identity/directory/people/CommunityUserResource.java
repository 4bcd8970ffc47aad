package dev.regulars.identity.directory.people;

import static dev.regulars.web.caller.Level.MEMBER;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.identity.directory.people.Users.Reader;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/users")
@Tag(ref = "Users")
class CommunityUserResource {

    private static final String ACCESS_LEVEL = "{\"accessLevel\": 0}";

    private final Users users;
    private final Caller caller;
    private final UriInfo uri;

    CommunityUserResource(Users users, Caller caller, UriInfo uri) {
        this.users = users;
        this.caller = caller;
        this.uri = uri;
    }

    @GET
    @Needs(level = MEMBER, attributeWidget = true)
    @Says("Get users success.")
    @Shows(ACCESS_LEVEL)
    @Operation(
            operationId = "getCommunityUsers",
            summary =
                    "List the members of a community. Query keys choose fields; what the caller may not see is left out")
    public Uni<List<ApplicationUser>> list(@Valid @BeanParam UserPage page, @Valid @BeanParam FieldFlags flags) {
        return users.list(caller.community(), page.request(), reader(), flags.chosen(uri.getQueryParameters()));
    }

    @GET
    @Path("/{userId}")
    @Needs(level = MEMBER, attributeWidget = true)
    @Says("Get user success.")
    @Shows(ACCESS_LEVEL)
    @Refuses(kind = NOT_FOUND, when = "The user is no member")
    @Operation(operationId = "getCommunityUser", summary = "Read a member of a community")
    public Uni<ApplicationUser> read(
            @Parameter(example = "66b1f15ea4d3e5f60718293d") @ObjectId String userId,
            @Valid @BeanParam FieldFlags flags) {
        return users.read(caller.community(), userId, reader(), flags.chosen(uri.getQueryParameters()));
    }

    private Reader reader() {
        return new Reader(caller.accountId(), caller.level());
    }
}
