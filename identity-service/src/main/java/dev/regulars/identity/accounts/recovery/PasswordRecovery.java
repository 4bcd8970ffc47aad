package dev.regulars.identity.accounts.recovery;

import static dev.regulars.identity.IdentityError.TOKEN_REFUSED;
import static java.util.Objects.requireNonNull;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.PasswordWrites;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.password.PasswordConfirmation;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** New codes and new passwords. Hashes are made before a transaction writes anything. */
@ApplicationScoped
public class PasswordRecovery {

    private final PasswordConfirmation confirmation;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Clock clock;

    PasswordRecovery(PasswordConfirmation confirmation, Passwords passwords, Outbox outbox, Clock clock) {
        this.confirmation = confirmation;
        this.passwords = passwords;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same for an address that is known and one that is not. */
    Uni<Nothing> requestMail(Tx tx, String email, MailTemplate template) {
        var request = new MailRequestDocument();
        request.id = UUID.randomUUID().toString();
        request.emailKey = EmailAddress.canonical(email);
        request.template = template;
        request.at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return request.insert(tx).replaceWith(new Nothing());
    }

    /** Ends all sessions. A token that cannot be used costs no hash. */
    Uni<Nothing> reset(Tx tx, Secret token, Secret password) {
        String tokenHash = Secrets.hash(token.value());
        return AccountDocument.byResetToken(outbox.alone(), tokenHash, clock.instant())
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("no such token"))
                .chain(account -> passwords
                        .hash(password)
                        .chain(hash -> PasswordWrites.reset(tx, account, tokenHash, hash, clock.instant())))
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("used at the same time"))
                .replaceWith(new Nothing());
    }

    /** Ends all sessions except for the one that asks. */
    Uni<?> change(Tx tx, Secret current, Secret password) {
        String accountId = requireNonNull(tx.caller().accountId());
        String session = requireNonNull(tx.caller().credential());
        return confirmation
                .confirm(accountId, "currentPassword", current)
                .chain(account -> passwords
                        .hash(password)
                        .chain(after -> PasswordWrites.change(
                                tx, accountId, String.valueOf(account.passwordHash), after, session)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.invalid("currentPassword", "is wrong"));
    }

    public static Uni<Void> buildIndexes() {
        return MailRequestDocument.buildIndexes();
    }
}
