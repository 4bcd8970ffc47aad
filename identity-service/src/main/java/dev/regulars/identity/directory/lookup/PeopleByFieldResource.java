package dev.regulars.identity.directory.lookup;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.field.value.MembersByField;
import dev.regulars.identity.directory.lookup.PeopleResource.FoundPerson;
import dev.regulars.identity.directory.lookup.PeopleResource.PeopleAnswer;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.privacy.Privacy;
import dev.regulars.identity.directory.privacy.PrivacySettings;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/people/by-field")
class PeopleByFieldResource {

    /** The value of a custom field in one community. */
    record FieldRequest(
            @NotBlank String communityId,
            @NotBlank @Size(max = 100) String field,
            @NotEmpty @Size(max = 1) List<@NotNull @Size(max = 254) String> values) {}

    private final MembersByField members;
    private final Privacy privacy;
    private final Outbox outbox;
    private final Caller caller;

    PeopleByFieldResource(MembersByField members, Privacy privacy, Outbox outbox, Caller caller) {
        this.members = members;
        this.privacy = privacy;
        this.outbox = outbox;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Look up the member of a community who has a value in a custom field")
    public Uni<PeopleAnswer> read(@Valid @NotNull FieldRequest request) {
        CommunityId community = caller.community(request.communityId());
        String value = request.values().getFirst();
        return members.find(outbox.alone(), community, request.field(), value)
                .chain(member -> member == null
                        ? Uni.createFrom().item(new PeopleAnswer(List.of()))
                        : privacy.of(List.of(member.accountId)).map(hidden -> answer(value, member, hidden)));
    }

    private static PeopleAnswer answer(String asked, MemberDocument member, Map<String, PrivacySettings> hidden) {
        PrivacySettings privacy = hidden.getOrDefault(member.accountId, PrivacySettings.OPEN);
        return new PeopleAnswer(List.of(FoundPerson.of(asked, member, privacy)));
    }
}
