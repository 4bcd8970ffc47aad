package dev.regulars.identity.accounts.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.SessionWrites;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions whose one token is good as long as they are: clients of Rocket.Chat know no refresh. */
@ApplicationScoped
public class LongSessions {

    /** A live session, its account, and the only community that it can be used in, if there is one. */
    public record LongSession(
            String id, AccountDocument account, @Nullable String community, Instant end) {}

    /** A token of a live session as its owner is shown it: masked. */
    public record LoginToken(Instant when, String maskedHash) {}

    private static final String KIND = "rocketchat";
    private static final int SHOWN = 50;

    private final SessionConfig config;
    private final Outbox outbox;

    LongSessions(SessionConfig config, Outbox outbox) {
        this.config = config;
        this.outbox = outbox;
    }

    /** Answers the token. */
    public Uni<Secret> open(AccountDocument account, String address) {
        String token = Secrets.key();
        SessionDocument session = SessionDocument.of(account, KIND, address, now());
        session.tokenHash = hash(token);
        session.expiresAt = session.createdAt.plus(config.longest());
        return session.begin(outbox.alone(), account.userId)
                .call(() -> SessionWrites.loggedIn(account.id, session.createdAt))
                .invoke(() -> account.lastLogin = session.createdAt)
                .replaceWith(new Secret(token));
    }

    /** Empty where no session has this token, or where it has ended. */
    public Uni<@Nullable LongSession> session(String token) {
        Tx tx = outbox.alone();
        return SessionDocument.ofToken(tx, hash(token))
                .onItem()
                .ifNotNull()
                .transformToUni(session -> AccountDocument.byId(tx, session.accountId)
                        .map(account -> account != null && session.isLive(account, now())
                                ? new LongSession(session.id, account, session.community, session.expiresAt)
                                : null));
    }

    /** The newest ones of an account, of every kind of login. */
    public Uni<List<LoginToken>> tokens(AccountDocument account) {
        return SessionDocument.newest(account, SHOWN, now()).map(sessions -> sessions.stream()
                .filter(one -> !one.kind.equals(SessionDocument.SSO))
                .map(one -> new LoginToken(
                        one.createdAt, Secrets.masked(one.tokenHash == null ? one.refreshHash : one.tokenHash)))
                .toList());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
