package dev.regulars.identity.directory.lookup;

import dev.regulars.eventing.Version;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/people")
class PeopleResource {

    /** Accounts of one community, at most a page. */
    record PeopleRequest(
            @NotBlank String communityId,
            @NotNull @Size(max = 200) List<String> accountIds) {}

    /** The members among them. */
    record People(List<Person> people) {}

    /** A member, as of a version of the profile. */
    record Person(
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            Version version) {

        static Person of(MemberDocument member) {
            return new Person(
                    member.communityId,
                    member.accountId,
                    member.userId,
                    member.username,
                    member.email,
                    member.firstName,
                    member.lastName,
                    member.version);
        }
    }

    private final Directory directory;
    private final Caller caller;

    PeopleResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Look up members of a community")
    public Uni<People> read(@Valid @NotNull PeopleRequest request) {
        return directory
                .people(caller.community(request.communityId()), request.accountIds())
                .map(members -> new People(members.stream().map(Person::of).toList()));
    }
}
