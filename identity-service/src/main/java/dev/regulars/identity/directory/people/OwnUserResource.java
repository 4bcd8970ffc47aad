package dev.regulars.identity.directory.people;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/users/{userId}")
@Tag(ref = "Users")
class OwnUserResource {

    private final Users users;
    private final Caller caller;
    private final UriInfo uri;

    OwnUserResource(Users users, Caller caller, UriInfo uri) {
        this.users = users;
        this.caller = caller;
        this.uri = uri;
    }

    @GET
    @Needs(level = APPLICATION)
    @Says("Get user success.")
    @Refuses(kind = NOT_FOUND, when = "The user is somebody else: others are read through a community")
    @Operation(operationId = "getUser", summary = "Read oneself")
    public Uni<ApplicationUser> read(@ObjectId String userId, @Valid @BeanParam FieldFlags flags) {
        if (!caller.accountId().equalsIgnoreCase(userId)) {
            throw Refusal.of(NOT_FOUND, "somebody else");
        }
        return users.self(caller.accountId(), flags.chosen(uri.getQueryParameters()));
    }
}
