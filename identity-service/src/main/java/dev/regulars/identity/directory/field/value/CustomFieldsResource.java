package dev.regulars.identity.directory.field.value;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Nothing;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What incoming webhooks bring. */
@Path("/internal/custom-fields")
class CustomFieldsResource {

    /**
     * Values for one member.
     *
     * @param fields by id or name; null removes a value
     * @param cause the same one has its effect once
     */
    record CustomFieldsRequest(
            @NotBlank String communityId,
            @NotBlank String accountId,
            @NotEmpty @Size(max = 200) Map<String, @Nullable Object> fields,
            @NotBlank @Size(max = 255) String cause) {}

    private final MemberFields fields;
    private final Once once;
    private final Caller caller;

    CustomFieldsResource(MemberFields fields, Once once, Caller caller) {
        this.fields = fields;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(operationId = "setCustomFields", summary = "Set values of a member's custom fields")
    public Uni<Nothing> set(@Valid @NotNull CustomFieldsRequest request) {
        return once.request()
                .in(caller.community(request.communityId()))
                .under(request.cause())
                .perform(Nothing.class, tx -> fields.set(tx, request.accountId(), request.fields(), ValueSource.WEBHOOK)
                        .replaceWith(new Nothing()));
    }
}
