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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}")
@Needs(level = ADMIN, permission = USER_FIELDS)
@Tag(name = "User Field Histories", description = "What custom fields held before")
class CommunityHistoryResource {

    private final Histories histories;
    private final Once once;

    CommunityHistoryResource(Histories histories, Once once) {
        this.histories = histories;
        this.once = once;
    }

    @GET
    @Path("/user-field-histories")
    @Says("Get user field histories success.")
    @Operation(operationId = "listUserFieldHistories", summary = "List all changes of custom fields, the newest first")
    public Uni<Page<UserFieldHistoryItem>> list(@Valid @BeanParam ByPage page) {
        return once.read(tx -> histories.ofCommunity(tx, page.request()));
    }

    @GET
    @Path("/user-fields/{fieldId}/histories")
    @Says("Get user field histories success.")
    @Operation(operationId = "listHistoriesOfUserField", summary = "List the changes of one custom field")
    public Uni<Page<UserFieldHistoryItem>> ofField(@ObjectId String fieldId, @Valid @BeanParam ByPage page) {
        return once.read(tx -> histories.ofField(tx, fieldId, page.request()));
    }
}
