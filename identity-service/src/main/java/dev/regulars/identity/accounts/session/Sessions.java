package dev.regulars.identity.accounts.session;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;
import static dev.regulars.identity.IdentityError.SESSION_NOT_FOUND;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.registration.Accounts;
import dev.regulars.identity.accounts.registration.Accounts.LoginAccount;
import dev.regulars.identity.accounts.signing.TokenConfig;
import dev.regulars.identity.accounts.signing.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is logged in where. Real time everywhere, even where days are shifted. */
@ApplicationScoped
public class Sessions {

    /** A session that began: a token to call with, one to get the next (contract §0.6), and whose it is. */
    record OpenedSession(String token, String refreshToken, Account account, Instant at) {

        @Override
        public String toString() {
            return "Opened for " + account.id();
        }
    }

    /** The next pair of tokens; the ones before are used up. */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "refreshToken": "c2luZ2xlLXVzZQ"}""")
    record TokenPair(String token, String refreshToken) {

        @Override
        public String toString() {
            return "Refreshed";
        }
    }

    /** How many sessions were ended. */
    @Schema(examples = """
            {"revoked": 1}""")
    record RevokedView(long revoked) {}

    private static final String LOGIN = "login";

    private final Accounts accounts;
    private final Tokens tokens;
    private final TokenConfig lifetimes;
    private final SessionConfig config;
    private final Outbox outbox;

    Sessions(Accounts accounts, Tokens tokens, TokenConfig lifetimes, SessionConfig config, Outbox outbox) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.lifetimes = lifetimes;
        this.config = config;
        this.outbox = outbox;
    }

    /** Of the generation that the password was read with: where it was changed since, the session is over as it begins. */
    Uni<OpenedSession> open(LoginAccount login, String address) {
        Account account = login.account();
        RefreshToken refresh = RefreshToken.first();
        var session = new SessionDocument();
        session.id = SessionDocument.nextId();
        session.accountId = account.id();
        session.family = refresh.family();
        session.refreshHash = refresh.hash();
        session.generation = login.generation();
        session.kind = LOGIN;
        session.address = address;
        session.createdAt = now();
        session.lastUsedAt = session.createdAt;
        session.expiresAt = end(session.createdAt, session.createdAt);
        String token = token(account.id(), account.userId(), session.id);
        return session.begin(outbox.alone(), account.userId())
                .call(() -> accounts.loggedIn(account.id()))
                .replaceWith(new OpenedSession(token, refresh.text(), account, session.createdAt));
    }

    /**
     * Of all who bring one token the first is answered. Whoever comes after brings one that was used: one of the two has it from
     * the other, and as nobody can tell which, the session ends for both. They log in again.
     */
    Uni<TokenPair> refresh(String text, String address) {
        RefreshToken shown = RefreshToken.of(text);
        if (shown == null) {
            throw CREDENTIAL_REFUSED.because("no refresh token");
        }
        return SessionDocument.ofFamily(outbox.alone(), shown.family())
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such session"))
                .chain(session -> holder(session.accountId).chain(holder -> {
                    if (!holder.holds(session)) {
                        throw CREDENTIAL_REFUSED.because("session " + session.id + " was ended");
                    }
                    return rotate(session, holder, shown, address);
                }));
    }

    private Uni<TokenPair> rotate(
            SessionDocument session, SessionAccountDocument holder, RefreshToken shown, String address) {
        RefreshToken next = shown.next();
        Instant now = now();
        return SessionDocument.rotate(outbox.alone(), shown, next, address, now, end(session.createdAt, now))
                .onItem()
                .ifNull()
                .switchTo(() -> SessionDocument.revoke(outbox.alone(), session.accountId, session.id, now)
                        .chain(() -> Uni.createFrom()
                                .failure(() -> CREDENTIAL_REFUSED.because("used again: " + session.id))))
                .map(rotated -> new TokenPair(token(holder.id, holder.userId, rotated.id), next.text()));
    }

    /** Whose a session is; empty where it is over. */
    public Uni<@Nullable Account> holder(String accountId, String sessionId) {
        Tx tx = outbox.alone();
        return SessionDocument.going(tx, accountId, sessionId, now())
                .onItem()
                .ifNotNull()
                .transformToUni(session -> SessionAccountDocument.find(tx, accountId)
                        .map(holder -> holder != null && holder.holds(session) ? holder.account() : null));
    }

    /** @param after the last one that was read already */
    Uni<List<SessionDocument>> page(String accountId, @Nullable String after, int limit) {
        return holder(accountId).chain(holder -> SessionDocument.page(holder, after, limit, now()));
    }

    /** A session of somebody else is not found, nor is one that is over. */
    Uni<RevokedView> revoke(Tx tx, String accountId, String sessionId) {
        return SessionDocument.revoke(tx, accountId, sessionId, now())
                .onItem()
                .ifNull()
                .failWith(() -> SESSION_NOT_FOUND.because("no session " + sessionId))
                .replaceWith(new RevokedView(1));
    }

    /** To log out again is no mistake. */
    Uni<RevokedView> logOut(Tx tx, String accountId, String sessionId) {
        return SessionDocument.revoke(tx, accountId, sessionId, now())
                .map(revoked -> new RevokedView(revoked == null ? 0 : 1));
    }

    Uni<RevokedView> revokeOthers(Tx tx, String accountId, String kept) {
        return holder(accountId)
                .chain(holder -> SessionDocument.countOthers(holder, kept, now()))
                .chain(others ->
                        SessionAccountDocument.endAllBut(tx, accountId, kept).replaceWith(new RevokedView(others)));
    }

    public static Uni<Void> buildIndexes() {
        return SessionDocument.buildIndexes();
    }

    private Uni<SessionAccountDocument> holder(String accountId) {
        return SessionAccountDocument.find(outbox.alone(), accountId)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"));
    }

    private String token(String accountId, String userId, String sessionId) {
        return tokens.login(Map.of("sub", accountId, "_id", accountId, "id", userId, "sid", sessionId));
    }

    private Instant end(Instant began, Instant now) {
        Instant end = now.plus(lifetimes.refreshLifetime());
        Instant latest = began.plus(config.longest());
        return end.isBefore(latest) ? end : latest;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
