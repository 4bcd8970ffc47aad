package dev.regulars.identity.accounts.profile;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/me")
@Tag(ref = "Accounts")
class ProfileResource {

    private final Profiles profiles;
    private final Outbox outbox;
    private final Once once;
    private final Caller caller;

    ProfileResource(Profiles profiles, Outbox outbox, Once once, Caller caller) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.APPLICATION)
    @Operation(summary = "Read one's own profile")
    @Says("Read profile success.")
    public Uni<ApplicationReply<ProfileView>> read() {
        return profiles.read(outbox.alone(), caller.accountId())
                .map(view -> ApplicationReply.ok("Read profile success.", view));
    }

    @PATCH
    @Needs(level = Level.APPLICATION)
    @Operation(summary = "Change one's own profile; whatever is left out stays")
    @Says("Update profile success.")
    public Uni<ApplicationReply<ProfileView>> change(
            @Valid @NotNull ProfileChange change, @HeaderParam(Once.HEADER) @Nullable String key) {
        String account = caller.accountId();
        var call = new Call(Call.NONE, account, "change profile", key, change);
        String user = caller.userId();
        return once.perform(call, ProfileView.class, tx -> profiles.change(tx, account, user, change))
                .map(view -> ApplicationReply.ok("Update profile success.", view));
    }
}
