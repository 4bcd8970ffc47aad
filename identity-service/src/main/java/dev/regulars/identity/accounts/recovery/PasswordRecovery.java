package dev.regulars.identity.accounts.recovery;

import static dev.regulars.identity.IdentityError.TOKEN_REFUSED;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.password.PasswordConfirmation;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.family.ApplicationReply.Nothing;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Another code, another password. Hashes are made before a transaction writes its first word. */
@ApplicationScoped
public class PasswordRecovery {

    private final PasswordConfirmation own;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Clock clock;

    PasswordRecovery(PasswordConfirmation own, Passwords passwords, Outbox outbox, Clock clock) {
        this.own = own;
        this.passwords = passwords;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same for an address that is known and one that is not. */
    Uni<Nothing> ask(Tx tx, String email, MailTemplate letter) {
        var request = new MailRequestDocument();
        request.id = UUID.randomUUID().toString();
        request.emailKey = NameRules.key(email);
        request.letter = letter;
        request.at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return request.ask(tx).replaceWith(new Nothing());
    }

    /** Ends all sessions. A token that is no good costs no hash. */
    Uni<Nothing> reset(Tx tx, String token, String password) {
        String tokenHash = Secrets.hash(token);
        return RecoveryDocument.byToken(outbox.alone(), tokenHash, clock.instant())
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("no such token"))
                .chain(account ->
                        passwords.hash(password).chain(hash -> account.reset(tx, tokenHash, hash, clock.instant())))
                .onItem()
                .ifNull()
                .failWith(() -> TOKEN_REFUSED.because("used at the same time"))
                .replaceWith(new Nothing());
    }

    /** Ends all sessions but the one that asks. */
    Uni<Nothing> change(Tx tx, String accountId, String session, String current, String password) {
        return own.confirm(accountId, "currentPassword", current)
                .chain(before -> passwords
                        .hash(password)
                        .chain(after -> RecoveryDocument.change(tx, accountId, before, after, session)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.invalid("currentPassword", "is wrong"))
                .replaceWith(new Nothing());
    }

    public static Uni<Void> buildIndexes() {
        return MailRequestDocument.buildIndexes().chain(RecoveryDocument::buildIndexes);
    }
}
