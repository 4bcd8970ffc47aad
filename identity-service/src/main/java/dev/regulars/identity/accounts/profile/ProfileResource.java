package dev.regulars.identity.accounts.profile;

import static dev.regulars.web.caller.Level.APPLICATION;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/me")
@Tag(ref = "Accounts")
class ProfileResource {

    private final Profiles profiles;
    private final Once once;
    private final Caller caller;

    ProfileResource(Profiles profiles, Once once, Caller caller) {
        this.profiles = profiles;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = APPLICATION)
    @Says("Read profile success.")
    @Operation(summary = "Read one's own profile")
    public Uni<ProfileView> read() {
        return profiles.read(caller.accountId());
    }

    @PATCH
    @Needs(level = APPLICATION)
    @Says("Update profile success.")
    @Operation(
            operationId = "changeProfile",
            summary = "Change one's own profile. Members that are left out keep their values")
    public Uni<ProfileView> change(@Valid @NotNull ProfileChange change) {
        return once.perform(ProfileView.class, tx -> profiles.change(tx, change));
    }
}
