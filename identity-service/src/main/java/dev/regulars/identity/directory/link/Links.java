package dev.regulars.identity.directory.link;

import static dev.regulars.identity.IdentityError.TOKEN_REFUSED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
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
     * What a community asks for.
     *
     * @param account whose owner is asked, with the names that the community has for them
     * @param accessLevel of the membership; absent where the account is to join nothing
     */
    public record LinkRequest(
            String communityId, Account account, @Nullable Integer accessLevel) {}

    /** What an owner agreed to, and is not true everywhere yet. */
    public record AcceptedLink(
            String communityId,
            String accountId,
            String firstName,
            String lastName,
            String displayName,
            @Nullable Integer accessLevel) {

        static AcceptedLink of(LinkDocument link) {
            return new AcceptedLink(
                    link.communityId,
                    link.accountId,
                    link.firstName,
                    link.lastName,
                    link.displayName,
                    link.accessLevel);
        }
    }

    private static final Duration LIFETIME = Duration.ofDays(7);

    private final MasterKey master;
    private final Outbox outbox;

    Links(MasterKey master, Outbox outbox) {
        this.master = master;
        this.outbox = outbox;
    }

    /** One question in seven days, however often the community asks, and whatever the owner said to it. */
    public Uni<Void> ask(Tx tx, LinkRequest wish) {
        LinkDocument link = link(wish);
        return LinkDocument.find(tx, link.communityId, link.accountId)
                .chain(known -> known == null ? link.ask(tx) : LinkDocument.askAgain(tx, link))
                .replaceWithVoid();
    }

    private LinkDocument link(LinkRequest wish) {
        String token = Secrets.key();
        Instant now = Instant.now(); // real time, even where days are shifted
        var link = new LinkDocument();
        link.id = LinkDocument.id(wish.communityId(), wish.account().id());
        link.communityId = wish.communityId();
        link.accountId = wish.account().id();
        link.state = State.PENDING;
        link.tokenHash = Secrets.hash(token);
        link.encryptedToken = master.encrypt(token);
        link.firstName = wish.account().firstName();
        link.lastName = wish.account().lastName();
        link.displayName = wish.account().displayName();
        link.accessLevel = wish.accessLevel();
        link.askedAt = now;
        link.expiresAt = now.plus(LIFETIME);
        return link;
    }

    /** Takes the owner's answer, once. */
    public Uni<AcceptedLink> answer(Tx tx, String token, boolean accept) {
        return LinkDocument.answer(tx, Secrets.hash(token), accept ? State.ACCEPTED : State.DECLINED, Instant.now())
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("no such token, or used, or over"))
                .map(AcceptedLink::of);
    }

    /** What the owner agreed to, where it still waits. */
    public Uni<@Nullable AcceptedLink> owed(String communityId, String accountId) {
        return LinkDocument.find(outbox.alone(), communityId, accountId)
                .map(link -> link == null || link.joinDue == null ? null : AcceptedLink.of(link));
    }

    /** What waits for longer than {@code age}: whoever agreed to it has their answer. */
    public Uni<List<AcceptedLink>> owedSince(Duration age) {
        return LinkDocument.joinsDue(Instant.now().minus(age))
                .map(owing -> owing.stream().map(AcceptedLink::of).toList());
    }

    public Uni<Void> postponed(AcceptedLink agreed) {
        return LinkDocument.owedSince(agreed.communityId(), agreed.accountId(), Instant.now());
    }

    public Uni<Void> paid(AcceptedLink agreed) {
        return LinkDocument.joined(agreed.communityId(), agreed.accountId());
    }

    public static Uni<Void> buildIndexes() {
        return LinkDocument.buildIndexes();
    }
}
