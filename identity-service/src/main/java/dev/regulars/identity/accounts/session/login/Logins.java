package dev.regulars.identity.accounts.session.login;

import static dev.regulars.identity.IdentityError.EMAIL_NOT_VERIFIED;
import static dev.regulars.identity.IdentityError.PASSWORD_REFUSED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.PasswordWrites;
import dev.regulars.identity.accounts.emailsecondfactor.SecondFactors;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.accounts.session.RefreshToken;
import dev.regulars.identity.accounts.session.SessionDocument;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.session.Sessions.OpenedSession;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logging in. */
@ApplicationScoped
public class Logins {

    /**
     * A try to log in.
     *
     * @param name for the count of guesses where there is no such account
     * @param digest of the password
     * @param refreshToken of an earlier session
     * @param address of the client
     */
    public record LoginAttempt(
            String name,
            Secret digest,
            @Nullable Secret code,
            @Nullable Secret refreshToken,
            String address) {}

    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Throttles throttles;
    private final Outbox outbox;

    Logins(Passwords passwords, SecondFactors factors, Sessions sessions, Throttles throttles, Outbox outbox) {
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.throttles = throttles;
        this.outbox = outbox;
    }

    /** A wrong password and an unknown address are one refusal, after the same work. */
    Uni<OpenedSession> login(LoginRequest request, String address) {
        String emailKey = EmailAddress.canonical(request.email());
        var attempt = new LoginAttempt(
                emailKey, Passwords.digest(request.password()), request.code(), request.refreshToken(), address);
        return authenticate(AccountDocument.byEmail(outbox.alone(), emailKey), attempt)
                .chain(account -> sessions.open(account, address));
    }

    /** The account, once password and second factor are right. It is looked up only if a password can be checked soon. */
    public Uni<AccountDocument> authenticate(Uni<@Nullable AccountDocument> lookup, LoginAttempt attempt) {
        return passwords
                .refuseWhenBusy()
                .chain(() -> lookup)
                .chain(account -> buckets(attempt, account)
                        .chain(buckets -> throttles.attempt(buckets, () -> admit(account, attempt))))
                .call(admitted -> rehash(admitted, attempt.digest()));
    }

    private Uni<AccountDocument> admit(@Nullable AccountDocument account, LoginAttempt attempt) {
        return passwords
                .matchesDigest(attempt.digest(), account == null ? null : passwordHash(account))
                .map(matches -> authenticated(account, matches))
                .call(admitted -> factors.check(admitted, attempt.code()));
    }

    /** No password is right for a disabled account; before the address is verified, the newest registration's is. */
    private static @Nullable String passwordHash(AccountDocument account) {
        if (account.disabled != null) {
            return null;
        }
        return account.passwordHash == null && !account.registrations.isEmpty()
                ? account.registrations.getLast().passwordHash()
                : account.passwordHash;
    }

    /** Before its address is verified, an account can be used in the community that made it, with the password it set. */
    private static AccountDocument authenticated(@Nullable AccountDocument account, boolean matches) {
        if (account == null || !matches) {
            throw PASSWORD_REFUSED.because("wrong password, or no such address");
        }
        if (!account.hasVerifiedAddress() && (account.madeBy == null || account.passwordHash == null)) {
            throw EMAIL_NOT_VERIFIED.because("account " + account.id);
        }
        return account;
    }

    /**
     * Strangers are counted by account and by address. A client that shows a refresh token of the account has been logged in
     * before and is counted by that session alone: guesses of strangers never hold it up.
     */
    private Uni<List<Bucket>> buckets(LoginAttempt attempt, @Nullable AccountDocument account) {
        List<Bucket> strangers = List.of(
                Bucket.address(attempt.address()), Bucket.account(account == null ? attempt.name() : account.emailKey));
        Secret shown = attempt.refreshToken();
        RefreshToken token = shown == null ? null : RefreshToken.of(shown.value());
        if (account == null || token == null) {
            return Uni.createFrom().item(strangers);
        }
        return SessionDocument.ofFamily(outbox.alone(), token.family())
                .map(session -> session != null
                                && session.accountId.equals(account.id)
                                && session.refreshHash.equals(token.hash())
                        ? List.of(Bucket.session(session.id))
                        : strangers);
    }

    /** Moves a password that was just shown to the parameters of today. */
    private Uni<Void> rehash(AccountDocument account, Secret digest) {
        String before = account.passwordHash;
        return before != null && passwords.isOutdated(before)
                ? passwords.hashDigest(digest).chain(after -> PasswordWrites.rehash(account.id, before, after))
                : Uni.createFrom().voidItem();
    }
}
