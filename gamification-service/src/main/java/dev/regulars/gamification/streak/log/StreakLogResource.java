package dev.regulars.gamification.streak.log;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/integration/streaks/logs")
@Tag(ref = "Streaks")
class StreakLogResource {

    private static final int PAGE = 20;

    /** Whose log, and which part of it. */
    @Schema(examples = """
            {"email": "ana@example.com", "page": 1, "limit": 20}""")
    record LogsRequest(
            @NotBlank @Size(max = 254) String email,
            @Min(1) @Max(10_000) @Nullable Integer page,
            @Min(1) @Max(200) @Nullable Integer limit) {}

    private final StreakLogs logs;
    private final Once once;

    StreakLogResource(StreakLogs logs, Once once) {
        this.logs = logs;
        this.once = once;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.STREAKS)
    @IgnoresIdempotencyKey("It only reads")
    @Says("")
    @Operation(
            operationId = "listStreakLogs",
            summary = "List what became of the streaks of a member, the newest first")
    public Uni<Page<StreakLogView>> list(@Valid @NotNull LogsRequest request) {
        var page = PageRequest.ofPage(requireNonNullElse(request.page(), 1), requireNonNullElse(request.limit(), PAGE));
        return once.read(tx -> logs.of(tx, request.email(), page));
    }
}
