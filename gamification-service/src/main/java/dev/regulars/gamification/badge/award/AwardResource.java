package dev.regulars.gamification.badge.award;

import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.BadgeView;
import dev.regulars.gamification.badge.Badges;
import dev.regulars.gamification.badge.Uuid;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/badges/{id}")
@Tag(ref = "Badges")
class AwardResource {

    /**
     * A member.
     *
     * @param userId the decimal one, or the account's {@code _id}
     */
    @Schema(examples = """
            {"userId": "43"}""")
    record BadgeMember(@NotBlank @Size(max = 24) String userId) {}

    private final Badges badges;
    private final Awards awards;
    private final Persons persons;
    private final Once once;
    private final Caller caller;

    AwardResource(Badges badges, Awards awards, Persons persons, Once once, Caller caller) {
        this.badges = badges;
        this.awards = awards;
        this.persons = persons;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/award")
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badge has been rewarded successfully")
    @Operation(
            operationId = "awardBadge",
            summary = "Award a badge to a member; who has it keeps it. Answers all badges of the member")
    public Uni<BadgeView[]> award(@Uuid String id, @Valid @NotNull BadgeMember member) {
        CommunityId community = caller.community();
        return once.perform(
                BadgeView[].class, () -> persons.byId(community, member.userId()), (tx, person) -> badges.find(
                                tx, community, id)
                        .chain(badge -> awards.award(tx, community, badge, person.accountId(), person.userId()))
                        .chain(() -> badgesOf(tx, community, person)));
    }

    @POST
    @Path("/remove")
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badge has been removed successfully")
    @Operation(operationId = "removeBadge", summary = "Remove a badge from a member. Answers the badges that are left")
    public Uni<BadgeView[]> remove(@Uuid String id, @Valid @NotNull BadgeMember member) {
        CommunityId community = caller.community();
        return once.perform(
                BadgeView[].class, () -> persons.byId(community, member.userId()), (tx, person) -> badges.find(
                                tx, community, id)
                        .chain(badge -> awards.remove(tx, community, badge, person.accountId()))
                        .chain(() -> badgesOf(tx, community, person)));
    }

    private Uni<BadgeView[]> badgesOf(Tx tx, CommunityId community, Person person) {
        return awards.badgesOf(tx, community, person.accountId())
                .map(held -> Badges.views(held).toArray(BadgeView[]::new));
    }
}
