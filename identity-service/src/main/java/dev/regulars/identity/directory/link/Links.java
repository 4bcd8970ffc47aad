package dev.regulars.identity.directory.link;

import static dev.regulars.identity.IdentityError.TOKEN_REFUSED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.directory.link.LinkDocument.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the owner of an account whether a community may have it (contract §1.2), and takes the answer. */
@ApplicationScoped
public class Links {

    /**
     * What a community asks for, or has been granted.
     *
     * @param account under the names that it is to have in the community
     * @param accessLevel of the membership; absent where there is to be none
     */
    public record LinkRequest(Account account, @Nullable Integer accessLevel) {}

    /** What an owner accepted and what is not carried out yet; the names are the community's. */
    record AcceptedLink(
            CommunityId community,
            String accountId,
            String firstName,
            String lastName,
            String displayName,
            @Nullable Integer accessLevel) {

        static AcceptedLink of(LinkDocument link) {
            return new AcceptedLink(
                    link.community(),
                    link.accountId,
                    link.firstName,
                    link.lastName,
                    link.displayName,
                    link.accessLevel);
        }
    }

    /** A link whose owner has answered. */
    record AnsweredLink(String linkId) {}

    private static final Duration LIFETIME = Duration.ofDays(7);
    /** Communities cannot bury a person under requests; further ones are answered alike and not stored. */
    private static final int MOST_PENDING = 50;

    private final MasterKey master;
    private final Outbox outbox;

    Links(MasterKey master, Outbox outbox) {
        this.master = master;
        this.outbox = outbox;
    }

    /** One mail in seven days, however often the community asks; while the owner has not answered, its last names count. */
    public Uni<Void> ask(Tx tx, LinkRequest request) {
        LinkDocument link = link(tx.community(), request);
        return LinkDocument.find(tx, tx.community(), link.accountId)
                .chain(known -> known == null ? insert(tx, link) : askAgain(tx, link))
                .replaceWithVoid();
    }

    private static Uni<?> insert(Tx tx, LinkDocument link) {
        return LinkDocument.countPending(tx, link.accountId, link.askedAt)
                .chain(pending -> pending < MOST_PENDING
                        ? link.insert(tx)
                        : Uni.createFrom().nullItem());
    }

    private static Uni<?> askAgain(Tx tx, LinkDocument link) {
        return LinkDocument.askAgain(tx, link).onItem().ifNull().switchTo(() -> LinkDocument.rename(tx, link));
    }

    private LinkDocument link(CommunityId community, LinkRequest request) {
        String token = Secrets.key();
        Instant now = Instant.now(); // real time, even where the clock is shifted
        var link = new LinkDocument();
        link.id = LinkDocument.id(community, request.account().id());
        link.communityId = community.id();
        link.accountId = request.account().id();
        link.state = State.PENDING;
        link.tokenHash = Secrets.hash(token);
        link.encryptedToken = master.encrypt(token);
        link.mailDue = now;
        link.firstName = request.account().firstName();
        link.lastName = request.account().lastName();
        link.displayName = request.account().displayName();
        link.accessLevel = request.accessLevel();
        link.askedAt = now;
        link.expiresAt = now.plus(LIFETIME);
        return link;
    }

    /** Takes the owner's answer, once. */
    Uni<AnsweredLink> answer(Tx tx, String token, boolean accept) {
        return LinkDocument.answer(tx, Secrets.hash(token), accept ? State.ACCEPTED : State.DECLINED, Instant.now())
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("no such token, or used, or expired"))
                .map(link -> new AnsweredLink(link.id));
    }

    /** What the owner accepted, where it is not carried out yet. */
    Uni<@Nullable AcceptedLink> accepted(AnsweredLink answered) {
        return LinkDocument.byId(outbox.alone(), answered.linkId())
                .map(link -> link == null || link.joinDue == null ? null : AcceptedLink.of(link));
    }

    /** What has waited since before then, the oldest first. */
    Uni<List<AcceptedLink>> accepted(Instant before) {
        return LinkDocument.joinsDue(before)
                .map(waiting -> waiting.stream().map(AcceptedLink::of).toList());
    }

    Uni<Void> postpone(AcceptedLink accepted, Instant until) {
        return LinkDocument.postponeJoin(accepted.community(), accepted.accountId(), until);
    }

    Uni<Void> complete(AcceptedLink accepted) {
        return LinkDocument.completeJoin(accepted.community(), accepted.accountId());
    }

    public static Uni<Void> buildIndexes() {
        return LinkDocument.buildIndexes();
    }
}
