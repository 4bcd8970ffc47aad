package dev.regulars.identity.accounts.emailsecondfactor;

import static dev.regulars.identity.IdentityError.FACTOR_MISSING;
import static dev.regulars.identity.IdentityError.FACTOR_WRONG;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.SecondFactor;
import dev.regulars.identity.accounts.account.SecondFactorWrites;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.MailedCodes;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two-factor login by e-mail: checked at logins, turned on and off. */
@ApplicationScoped
public class SecondFactors {

    private final MailedCodes codes;
    private final MailWorker mails;
    private final Throttles throttles;
    private final Outbox outbox;
    private final Clock clock;

    SecondFactors(MailedCodes codes, MailWorker mails, Throttles throttles, Outbox outbox, Clock clock) {
        this.codes = codes;
        this.mails = mails;
        this.throttles = throttles;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Call it once the password is right. Without a code one is mailed; a right code is used up. */
    public Uni<Void> check(AccountDocument account, @Nullable Secret code) {
        boolean enabled = account.secondFactor != null && account.secondFactor.enabled();
        return enabled
                ? code == null ? mail(account) : use(account, code)
                : Uni.createFrom().voidItem();
    }

    /** The address is verified already, so turning it on takes no code. */
    public Uni<SecondFactor> turnOn(AccountDocument account) {
        return turn(account, true);
    }

    public Uni<SecondFactor> turnOff(AccountDocument account, @Nullable Secret code) {
        return check(account, code).chain(() -> turn(account, false));
    }

    /** Answers the state as it is where it is so already. */
    private Uni<SecondFactor> turn(AccountDocument account, boolean on) {
        return SecondFactorWrites.turn(outbox.alone(), account.id, on, now())
                .map(changed -> changed == null ? account : changed)
                .map(current -> current.secondFactor == null ? new SecondFactor(on, null) : current.secondFactor);
    }

    private Uni<Void> mail(AccountDocument account) {
        var code = codes.digits(account.emailKey, MailTemplate.SECOND_FACTOR);
        return SecondFactorWrites.issueCode(outbox.alone(), account.id, code, now())
                .invoke(mails::wake)
                .chain(() -> Uni.createFrom().failure(() -> FACTOR_MISSING.because("account " + account.id)));
    }

    private Uni<Void> use(AccountDocument account, Secret code) {
        String hash = MailedCodes.hash(account.emailKey, code.value());
        return throttles.attempt(List.of(Bucket.code(account.emailKey)), () -> SecondFactorWrites.useCode(
                        outbox.alone(), account.id, hash, now())
                .onItem()
                .ifNull()
                .failWith(() -> FACTOR_WRONG.because("account " + account.id))
                .replaceWithVoid());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
