package dev.regulars.identity.session;

import static dev.regulars.identity.IdentityError.EMAIL_NOT_VERIFIED;
import static dev.regulars.identity.IdentityError.PASSWORD_REFUSED;

import dev.regulars.identity.account.Account;
import dev.regulars.identity.account.Accounts;
import dev.regulars.identity.account.Accounts.Login;
import dev.regulars.identity.password.Passwords;
import dev.regulars.identity.signing.TokenConfig;
import dev.regulars.identity.signing.Tokens;
import dev.regulars.platform.secret.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logging in. */
@ApplicationScoped
public class Sessions {

    /** What a login answers (contract §0.6): a token to call with, and one to get the next. */
    record Opened(String token, String refreshToken, Account account) {

        @Override
        public String toString() {
            return "Opened for " + account.id();
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final TokenConfig config;

    Sessions(Accounts accounts, Passwords passwords, Tokens tokens, TokenConfig config) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.config = config;
    }

    /** A wrong password and an unknown address are one refusal, after the same work. */
    Uni<Opened> login(String email, String password) {
        return accounts.forLogin(email)
                .chain(login -> passwords
                        .matches(password, login == null ? null : login.passwordHash())
                        .map(matches -> admitted(login, matches)))
                .call(account -> accounts.loggedIn(account.id()))
                .chain(this::open);
    }

    private static Account admitted(@Nullable Login login, boolean matches) {
        if (login == null || !matches) {
            throw PASSWORD_REFUSED.because("wrong password, or no such address");
        }
        if (!login.verified()) {
            throw EMAIL_NOT_VERIFIED.because(login.toString());
        }
        return login.account();
    }

    private Uni<Opened> open(Account account) {
        String refresh = Secrets.key();
        Instant now = Instant.now(); // real time, even where days are shifted
        var session = new SessionDocument();
        session.id = UUID.randomUUID().toString();
        session.accountId = account.id();
        session.refreshHash = Secrets.hash(refresh);
        session.createdAt = now;
        session.expiresAt = now.plus(config.refreshLifetime());
        String token = tokens.login(
                Map.of("sub", account.id(), "_id", account.id(), "id", account.userId(), "sid", session.id));
        return session.begin().replaceWith(new Opened(token, refresh, account));
    }

    public static Uni<Void> buildIndexes() {
        return SessionDocument.buildIndexes();
    }
}
