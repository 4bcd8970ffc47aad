package dev.regulars.identity.accounts.session;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.SessionWrites;
import dev.regulars.identity.accounts.session.SessionDocument.Successor;
import dev.regulars.identity.accounts.signing.TokenConfig;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Audience;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sessions and their refresh tokens. Real time everywhere, even where the clock is shifted. */
@ApplicationScoped
public class Sessions {

    /** A session that has just begun: a token to call with, one to refresh it (contract §0.6), and its owner. */
    public record OpenedSession(Secret token, Secret refreshToken, Account account, Instant at) {}

    /** The next pair of tokens. */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "refreshToken": "c2luZ2xlLXVzZQ"}""")
    public record TokenPair(
            @Schema(description = "Access token (JWT) for the Authorization header")
            Secret token,

            @Schema(description = "Gets the next pair of tokens; it can be used once")
            Secret refreshToken) {}

    /** How many sessions were ended. */
    @Schema(examples = """
            {"revoked": 1}""")
    public record RevokedView(
            @Schema(description = "How many sessions ended") long revoked) {}

    /** @param community the only one that the session can be used in; absent for a login to the account itself */
    public record SessionOwner(Account account, @Nullable String community) {}

    /** A session that can be used in one community only, and cannot be refreshed. */
    public record CommunitySession(Secret token, Instant expiresAt) {}

    private static final String LOGIN = "login";

    private final Tokens tokens;
    private final TokenConfig lifetimes;
    private final SessionConfig config;
    private final MasterKey master;
    private final Outbox outbox;

    Sessions(Tokens tokens, TokenConfig lifetimes, SessionConfig config, MasterKey master, Outbox outbox) {
        this.tokens = tokens;
        this.lifetimes = lifetimes;
        this.config = config;
        this.master = master;
        this.outbox = outbox;
    }

    /** Of the generation that the password was read with: where it was changed since, the session has ended as it begins. */
    public Uni<OpenedSession> open(AccountDocument account, String address) {
        RefreshToken refresh = RefreshToken.first();
        SessionDocument session = SessionDocument.of(account, LOGIN, address, now());
        session.family = refresh.family();
        session.refreshHash = refresh.hash();
        session.expiresAt = end(session.createdAt, session.createdAt);
        Secret token = token(account, session.id);
        return session.begin(outbox.alone(), account.userId)
                .call(() -> SessionWrites.loggedIn(account.id, session.createdAt))
                .replaceWith(
                        new OpenedSession(token, new Secret(refresh.text()), Account.of(account), session.createdAt));
    }

    /**
     * In one community, by the id of what opened it: fails as a duplicate where that was used before.
     *
     * @param id of the session to be
     */
    public Uni<CommunitySession> open(AccountDocument account, String id, CommunityId community, String address) {
        SessionDocument session = SessionDocument.of(account, SessionDocument.SSO, address, now());
        session.id = id;
        session.community = community.id();
        session.expiresAt = session.createdAt.plus(config.ssoLifetime());
        String token = tokens.signed(Audience.API, claims(account, id), config.ssoLifetime());
        return session.begin(outbox.alone(), account.userId)
                .call(() -> SessionWrites.loggedIn(account.id, session.createdAt))
                .replaceWith(new CommunitySession(new Secret(token), session.expiresAt));
    }

    /**
     * The current refresh token gets its successor. The one that it replaced gets the same successor for a few seconds, so that
     * two tabs of one client stay logged in. Any other was used before: one of two clients stole it from the other, and as it
     * is unknown which, the session ends for both.
     */
    public Uni<TokenPair> refresh(String text, String address) {
        RefreshToken shown = RefreshToken.of(text);
        if (shown == null) {
            throw CREDENTIAL_REFUSED.because("no refresh token");
        }
        return ofFamily(shown).chain(session -> account(session.accountId).chain(account -> {
            if (!session.isLive(account, now())) {
                throw CREDENTIAL_REFUSED.because("session " + session.id + " has ended");
            }
            return rotate(session, account, shown, address);
        }));
    }

    private Uni<TokenPair> rotate(
            SessionDocument session, AccountDocument account, RefreshToken shown, String address) {
        RefreshToken next = shown.next();
        var successor = new Successor(next, master.encrypt(next.text()));
        Instant now = now();
        return SessionDocument.rotate(outbox.alone(), shown, successor, address, now, end(session.createdAt, now))
                .map(rotated -> rotated == null ? null : next.text())
                .onItem()
                .ifNull()
                .switchTo(() -> ofFamily(shown).chain(current -> successorOrRevoke(current, shown)))
                .map(refreshToken -> new TokenPair(token(account, session.id), new Secret(refreshToken)));
    }

    private Uni<String> successorOrRevoke(SessionDocument session, RefreshToken shown) {
        Instant now = now();
        boolean isJustReplaced = shown.hash().equals(session.replacedHash)
                && session.replacedAt != null
                && session.replacedAt.plus(config.refreshGrace()).isAfter(now)
                && session.revokedAt == null;
        return isJustReplaced && session.encryptedRefresh != null
                ? Uni.createFrom().item(master.decrypt(session.encryptedRefresh))
                : SessionDocument.revoke(outbox.alone(), session.accountId, session.id, now)
                        .chain(() -> Uni.createFrom()
                                .failure(() -> CREDENTIAL_REFUSED.because("used again: " + session.id)));
    }

    private Uni<SessionDocument> ofFamily(RefreshToken shown) {
        return SessionDocument.ofFamily(outbox.alone(), shown.family())
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such session"));
    }

    /** The owner of a session; empty where it has ended. */
    public Uni<@Nullable SessionOwner> owner(String accountId, String sessionId) {
        Tx tx = outbox.alone();
        return SessionDocument.byId(tx, accountId, sessionId)
                .onItem()
                .ifNotNull()
                .transformToUni(session -> AccountDocument.byId(tx, accountId)
                        .map(account -> account != null && session.isLive(account, now())
                                ? new SessionOwner(Account.of(account), session.community)
                                : null));
    }

    Uni<Page<SessionDocument>> page(String accountId, PageRequest page) {
        return account(accountId).chain(account -> SessionDocument.page(account, page, now()));
    }

    /** A session of another account is not found, nor is one that has ended. */
    Uni<RevokedView> revoke(Tx tx, String sessionId) {
        return SessionDocument.revoke(tx, accountId(tx), sessionId, now())
                .plug(orNotFound("session", sessionId))
                .replaceWith(new RevokedView(1));
    }

    /** Logging out again is no error. */
    public Uni<RevokedView> logOut(Tx tx) {
        return SessionDocument.revoke(tx, accountId(tx), current(tx), now())
                .map(revoked -> new RevokedView(revoked == null ? 0 : 1));
    }

    Uni<RevokedView> revokeOthers(Tx tx) {
        String accountId = accountId(tx);
        String kept = current(tx);
        return account(accountId)
                .chain(account -> SessionDocument.countOthers(account, kept, now()))
                .chain(others -> SessionWrites.endOthers(tx, accountId, kept).replaceWith(new RevokedView(others)));
    }

    public static Uni<Void> buildIndexes() {
        return SessionDocument.buildIndexes();
    }

    private static String accountId(Tx tx) {
        return requireNonNull(tx.caller().accountId());
    }

    private static String current(Tx tx) {
        return requireNonNull(tx.caller().credential());
    }

    private Uni<AccountDocument> account(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"));
    }

    private Secret token(AccountDocument account, String sessionId) {
        return new Secret(tokens.login(claims(account, sessionId)));
    }

    private static Map<String, Object> claims(AccountDocument account, String sessionId) {
        return Map.of("sub", account.id, "_id", account.id, "id", account.userId, "sid", sessionId);
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
