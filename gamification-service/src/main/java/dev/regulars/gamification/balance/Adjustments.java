package dev.regulars.gamification.balance;

import static java.util.Objects.requireNonNullElseGet;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.GamificationError;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Postings by hand, with a reason and who made them. */
@ApplicationScoped
class Adjustments {

    private static final String SOURCE = "adjustment";

    private final Persons persons;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    Adjustments(Persons persons, Ledger ledger, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param key of the call, which is the id of its effect */
    Uni<PostingView> adjust(CommunityId community, NewAdjustment wanted, Actor actor, @Nullable String key) {
        Unit.check("changes", wanted.changes());
        String causeId = requireNonNullElseGet(key, Ids::next);
        return persons.byId(community, wanted.userId())
                .chain(person ->
                        ledger.post(new Post(community, SOURCE, causeId, List.of(posting(person, wanted)), actor)))
                .invoke(Adjustments::checkApplied)
                .chain(posted -> PostingDocument.find(
                        outbox.alone(), community, posted.postings().getFirst().id()))
                .map(PostingView::of);
    }

    private NewPosting posting(Person person, NewAdjustment wanted) {
        return new NewPosting(
                person.accountId(),
                person.userId(),
                "default",
                NewPosting.ISSUER,
                NewPosting.Kind.CHANGE,
                wanted.changes(),
                Map.of(),
                null,
                clock.instant(),
                wanted.reason(),
                List.of());
    }

    private static void checkApplied(Posted posted) {
        Refused refused = posted.refused();
        if (refused != null) {
            throw GamificationError.valueOf(refused.name()).because(String.valueOf(posted.postings()));
        }
    }
}
