package dev.regulars.identity.directory.history;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.USER_FIELDS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/users/{userId}")
@Needs(level = ADMIN, permission = USER_FIELDS)
@Tag(ref = "User Field Histories")
class UserHistoryResource {

    private final Histories histories;
    private final Once once;

    UserHistoryResource(Histories histories, Once once) {
        this.histories = histories;
        this.once = once;
    }

    @GET
    @Path("/user-field-histories")
    @Says("Get user field histories success.")
    @Operation(operationId = "listHistoriesOfUser", summary = "List the changes of one member's custom fields")
    public Uni<Page<UserFieldHistoryItem>> ofMember(@ObjectId String userId, @Valid @BeanParam ByPage page) {
        return once.read(tx -> histories.ofMember(tx, userId, page.request()));
    }

    @GET
    @Path("/user-fields/{fieldId}/histories")
    @Says("Get user field histories success.")
    @Operation(
            operationId = "listHistoriesOfUserAndField",
            summary = "List the changes of one custom field of one member")
    public Uni<Page<UserFieldHistoryItem>> ofMemberAndField(
            @ObjectId String userId, @ObjectId String fieldId, @Valid @BeanParam ByPage page) {
        return once.read(tx -> histories.ofMemberAndField(tx, userId, fieldId, page.request()));
    }

    @POST
    @Path("/user-field-histories")
    @ResponseStatus(201)
    @Says("Create user field history success.")
    @Operation(
            operationId = "createUserFieldHistory",
            summary = "Set a value of a member's custom field, now or at an earlier time",
            description = "A value that the field holds already changes nothing; the entry of its last change is "
                    + "answered.")
    public Uni<UserFieldHistoryItem> add(@ObjectId String userId, @Valid @NotNull NewHistoryEntry entry) {
        return once.together(UserFieldHistoryItem.class, tx -> histories.add(tx, userId, entry));
    }

    @GET
    @Path("/user-fields")
    @Says("Get user fields success.")
    @Operation(operationId = "readUserFieldsOfUser", summary = "Read what a member's custom fields held at a time")
    public Uni<UserFieldsAsOf> asOf(
            @ObjectId String userId,
            @Parameter(description = "A time or a day in UTC; now when absent") @QueryParam("asOf") @Nullable
                    String asOf) {
        return once.read(tx -> histories.asOf(tx, userId, asOf));
    }
}
