package dev.regulars.identity.accounts.secondfactor;

import static dev.regulars.identity.IdentityError.FACTOR_MISSING;
import static dev.regulars.identity.IdentityError.FACTOR_WRONG;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.account.AccountDocument.SecondFactor;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.MailedCodes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Asks for a second factor where an account has one, and turns it on and off. */
@ApplicationScoped
public class SecondFactors {

    private final MailedCodes codes;
    private final MailWorker mails;
    private final Outbox outbox;
    private final Clock clock;

    SecondFactors(MailedCodes codes, MailWorker mails, Outbox outbox, Clock clock) {
        this.codes = codes;
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To be asked after the password. Without a code one is mailed; a code is used by this. */
    public Uni<Void> check(String accountId, @Nullable String code) {
        return SecondFactorDocument.find(outbox.alone(), accountId)
                .chain(account -> account == null || !account.isEnabled()
                        ? Uni.createFrom().voidItem()
                        : code == null ? mail(account) : use(account, code));
    }

    /** The address was verified before, so it takes no code to turn it on. */
    Uni<SecondFactor> turnOn(String accountId) {
        return turn(accountId, true);
    }

    Uni<SecondFactor> turnOff(String accountId, @Nullable String code) {
        return check(accountId, code).chain(() -> turn(accountId, false));
    }

    private Uni<SecondFactor> turn(String accountId, boolean on) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return SecondFactorDocument.turn(outbox.alone(), accountId, on, now)
                .chain(() -> SecondFactorDocument.find(outbox.alone(), accountId))
                .map(account -> account == null || account.secondFactor == null
                        ? new SecondFactor(false, null)
                        : account.secondFactor);
    }

    private Uni<Void> mail(SecondFactorDocument account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return SecondFactorDocument.owe(
                        outbox.alone(), account.id, codes.digits(account.emailKey, MailTemplate.SECOND_FACTOR), now)
                .invoke(mails::wake)
                .chain(() -> Uni.createFrom().failure(() -> FACTOR_MISSING.because("account " + account.id)));
    }

    private Uni<Void> use(SecondFactorDocument account, String code) {
        String hash = MailedCodes.hash(account.emailKey, code);
        return SecondFactorDocument.countWrongTry(account.id, hash)
                .chain(() -> SecondFactorDocument.use(outbox.alone(), account.id, hash, clock.instant()))
                .onItem()
                .ifNull()
                .failWith(() -> FACTOR_WRONG.because("account " + account.id))
                .replaceWithVoid();
    }
}
