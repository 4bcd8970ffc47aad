package dev.regulars.identity.accounts;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.MailWrites;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.PendingMail;
import dev.regulars.identity.accounts.signing.OwnServiceToken;
import dev.regulars.identity.accounts.userkey.UserKeyDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the member directory asks of existing accounts. */
@ApplicationScoped
public class Accounts {

    private final Outbox outbox;
    private final MailWorker mails;
    private final OwnServiceToken serviceToken;
    private final Clock clock;

    Accounts(Outbox outbox, MailWorker mails, OwnServiceToken serviceToken, Clock clock) {
        this.outbox = outbox;
        this.mails = mails;
        this.serviceToken = serviceToken;
        this.clock = clock;
    }

    public Uni<@Nullable Account> find(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .map(account -> account == null ? null : Account.of(account));
    }

    /**
     * Mails the owner of an account that a community asks for it.
     *
     * @param mailId one that is due already is not enqueued again
     * @return false where the owner got such a mail within the hour: ask again later
     */
    public Uni<Boolean> mailLinkRequest(String accountId, String mailId, String encryptedToken) {
        Instant now = clock.instant();
        var mail = PendingMail.of(mailId, MailTemplate.LINK_ACCOUNT, encryptedToken, now);
        return MailWrites.enqueueLinkMail(accountId, mail, now).invoke(mails::wake);
    }

    /** User keys end with the membership; a key that was created after it was resumed stays. */
    public Uni<Void> endUserKeys(CommunityId community, String accountId, Instant leftAt) {
        return UserKeyDocument.removeUntil(outbox.alone(), community, accountId, leftAt);
    }

    /** An internal token of this service, for calls to other services. */
    public Uni<String> serviceToken() {
        return Uni.createFrom().item(serviceToken::get);
    }
}
