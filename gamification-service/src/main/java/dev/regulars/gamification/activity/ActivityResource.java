package dev.regulars.gamification.activity;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.gamification.activity.ActivityRequests.DayRequest;
import dev.regulars.gamification.activity.ActivityRequests.LogsRequest;
import dev.regulars.gamification.activity.ActivityRequests.StatsRequest;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.WholeNumber;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/integration/users/activity")
@Tag(name = "Activity", description = "What members did and earned, day by day")
class ActivityResource {

    private static final String FETCHED = "User gamification stats fetched successfully";
    private static final String DAYS = "30";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Activities activities;
    private final Caller caller;

    ActivityResource(Activities activities, Caller caller) {
        this.activities = activities;
        this.caller = caller;
    }

    @GET
    @Path("/daily")
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_STATS)
    @Says(FETCHED)
    @Operation(operationId = "getDailyActivity", summary = "Read coins and XP of a member, day by day")
    public Uni<HistoryView> history(
            @QueryParam("identifier")
                    @NotBlank
                    @Size(max = 254)
                    @Parameter(description = "E-mail address, id or username")
                    String identifier,
            @QueryParam("identifier_type") @NotBlank @Size(max = 20) @Parameter(description = "email, id or username")
                    String type,
            @QueryParam("days")
                    @WholeNumber(min = 1, max = 366)
                    @Nullable
                    @Parameter(
                            description = "How many days, today included",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = DAYS))
                    String days) {
        return activities.history(
                caller.community(),
                IdentifierType.named(type),
                identifier,
                Integer.parseInt(requireNonNullElse(days, DAYS)));
    }

    @POST
    @Path("/daily")
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_STATS)
    @IgnoresIdempotencyKey("It only reads")
    @Says(FETCHED)
    @Operation(operationId = "listDailyActivity", summary = "Read coins and XP of several members on one day")
    public Uni<DayView> day(@Valid @NotNull DayRequest request) {
        return activities.day(caller.community(), request, date(request.date()));
    }

    @POST
    @Path("/stats")
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_STATS)
    @IgnoresIdempotencyKey("It only reads")
    @Says(FETCHED)
    @Operation(
            operationId = "getActivityStats",
            summary = "Read messages, replies and reactions of a member, day by day")
    public Uni<StatsView> stats(@Valid @NotNull StatsRequest request) {
        int days = requireNonNullElse(request.days(), Integer.parseInt(DAYS));
        return activities.stats(caller.community(), request.type(), request.identifier(), days);
    }

    @POST
    @Path("/logs")
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_STATS)
    @IgnoresIdempotencyKey("It only reads")
    @Says("User gamification logs fetched successfully")
    @Operation(
            operationId = "listActivityLogs",
            summary = "List what changed coins and XP of a member, the newest first")
    public Uni<LogsView> logs(@Valid @NotNull LogsRequest request) {
        return activities.logs(caller.community(), request);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("date", "must be a date in the form DD/MM/YYYY");
        }
    }
}
