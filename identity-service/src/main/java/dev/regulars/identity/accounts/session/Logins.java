package dev.regulars.identity.accounts.session;

import static dev.regulars.identity.IdentityError.EMAIL_NOT_VERIFIED;
import static dev.regulars.identity.IdentityError.PASSWORD_REFUSED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.accounts.registration.Accounts;
import dev.regulars.identity.accounts.registration.Accounts.LoginAccount;
import dev.regulars.identity.accounts.secondfactor.SecondFactors;
import dev.regulars.identity.accounts.session.Sessions.OpenedSession;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.identity.name.NameRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logging in. */
@ApplicationScoped
class Logins {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Throttles throttles;
    private final Outbox outbox;

    Logins(
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            Throttles throttles,
            Outbox outbox) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.throttles = throttles;
        this.outbox = outbox;
    }

    /** A wrong password and an unknown address are one refusal, after the same work. */
    Uni<OpenedSession> login(LoginRequest credentials, String address) {
        return accounts.forLogin(credentials.email())
                .chain(login -> buckets(credentials, login, address)
                        .chain(buckets -> throttles.watch(buckets, () -> admitted(login, credentials))))
                .call(login -> keepUpToDate(login, credentials.password()))
                .chain(login -> sessions.open(login, address));
    }

    private Uni<LoginAccount> admitted(@Nullable LoginAccount login, LoginRequest credentials) {
        return passwords
                .matches(credentials.password(), login == null ? null : login.passwordHash())
                .map(matches -> admitted(login, matches))
                .call(admitted -> factors.check(admitted.account().id(), credentials.code()));
    }

    private static LoginAccount admitted(@Nullable LoginAccount login, boolean matches) {
        if (login == null || !matches) {
            throw PASSWORD_REFUSED.because("wrong password, or no such address");
        }
        if (!login.verified()) {
            throw EMAIL_NOT_VERIFIED.because(login.toString());
        }
        return login;
    }

    /**
     * Strangers are counted by account and by address. Whoever shows a refresh token of the account was let in before, and is
     * counted by that session alone: what strangers guess holds nobody up who is known.
     */
    private Uni<List<Bucket>> buckets(LoginRequest credentials, @Nullable LoginAccount login, String address) {
        List<Bucket> strangers = List.of(Bucket.address(address), Bucket.account(NameRules.key(credentials.email())));
        String shown = credentials.refreshToken();
        RefreshToken token = shown == null ? null : RefreshToken.of(shown);
        if (login == null || token == null) {
            return Uni.createFrom().item(strangers);
        }
        return SessionDocument.ofFamily(outbox.alone(), token.family())
                .map(session -> session != null
                                && session.accountId.equals(login.account().id())
                                && session.refreshHash.equals(token.hash())
                        ? List.of(Bucket.session(session.id))
                        : strangers);
    }

    private Uni<Void> keepUpToDate(LoginAccount login, String password) {
        return login.passwordHash() != null && passwords.isOutdated(login.passwordHash())
                ? accounts.rehash(login, password)
                : Uni.createFrom().voidItem();
    }
}
