package dev.regulars.identity.directory.lookup;

import dev.regulars.eventing.Version;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.privacy.Audience;
import dev.regulars.identity.directory.privacy.Privacy;
import dev.regulars.identity.directory.privacy.PrivacySettings;
import dev.regulars.internal.people.PersonKey;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/people")
class PeopleResource {

    /** Names of members of one community, at most a page. */
    record PeopleRequest(
            @NotBlank String communityId,
            @NotNull PersonKey by,
            @NotNull @Size(max = 200) List<@NotNull @Size(max = 254) String> values) {}

    /** Those who are or were members. */
    record PeopleAnswer(List<FoundPerson> people) {}

    /**
     * A member, as of a version of the profile.
     *
     * @param asked the value that names the member
     * @param avatar a URL; absent where the person has none
     * @param isMember false once the membership ended
     * @param showsPresence whether every member may see that the person is online
     */
    record FoundPerson(
            String asked,
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            String displayName,
            @Nullable String avatar,
            boolean isMember,
            boolean showsPresence,
            Version version) {

        static FoundPerson of(String asked, MemberDocument member, PrivacySettings privacy) {
            return new FoundPerson(
                    asked,
                    member.communityId,
                    member.accountId,
                    member.userId,
                    member.username,
                    member.email,
                    member.firstName,
                    member.lastName,
                    member.displayName,
                    member.avatar,
                    member.isJoined(),
                    privacy.isOnline() == Audience.everyone,
                    member.version);
        }
    }

    private final Directory directory;
    private final Privacy privacy;
    private final Caller caller;

    PeopleResource(Directory directory, Privacy privacy, Caller caller) {
        this.directory = directory;
        this.privacy = privacy;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Look up members of a community")
    public Uni<PeopleAnswer> read(@Valid @NotNull PeopleRequest request) {
        return directory
                .people(caller.community(request.communityId()), request.by(), request.values())
                .chain(found -> privacy.of(found.values().stream()
                                .map(member -> member.accountId)
                                .toList())
                        .map(hidden -> answer(found, hidden)));
    }

    private static PeopleAnswer answer(Map<String, MemberDocument> found, Map<String, PrivacySettings> hidden) {
        return new PeopleAnswer(found.entrySet().stream()
                .map(one -> FoundPerson.of(
                        one.getKey(),
                        one.getValue(),
                        hidden.getOrDefault(one.getValue().accountId, PrivacySettings.OPEN)))
                .toList());
    }
}
