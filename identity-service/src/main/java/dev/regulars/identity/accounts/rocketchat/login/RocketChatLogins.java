package dev.regulars.identity.accounts.rocketchat.login;

import static dev.regulars.identity.IdentityError.PASSWORD_REFUSED;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.rocketchat.user.ChatUsers;
import dev.regulars.identity.accounts.session.LongSessions;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.session.login.Logins;
import dev.regulars.identity.accounts.session.login.Logins.LoginAttempt;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Logins of Rocket.Chat's clients: by password, or by a token of an earlier login. */
@ApplicationScoped
class RocketChatLogins {

    private final Logins logins;
    private final LongSessions longSessions;
    private final Sessions sessions;
    private final Tokens tokens;
    private final ChatUsers users;
    private final Outbox outbox;

    RocketChatLogins(
            Logins logins,
            LongSessions longSessions,
            Sessions sessions,
            Tokens tokens,
            ChatUsers users,
            Outbox outbox) {
        this.logins = logins;
        this.longSessions = longSessions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
        this.outbox = outbox;
    }

    /** @param code of the second factor from the header, which counts before that of the body */
    Uni<LoggedIn> login(RocketChatLogin login, @Nullable Secret code, String address) {
        Secret resumed = login.resume();
        return resumed == null
                ? byPassword(login, code == null ? login.code() : code, address)
                : resume(resumed, address);
    }

    private Uni<LoggedIn> byPassword(RocketChatLogin login, @Nullable Secret code, String address) {
        LoginName name = login.name();
        Secret digest = login.digest();
        String key = name.isEmail() ? EmailAddress.canonical(name.text()) : NameRules.usernameKey(name.text());
        var lookup = name.isEmail()
                ? AccountDocument.byEmail(outbox.alone(), key)
                : AccountDocument.byUsername(outbox.alone(), key);
        return logins.authenticate(lookup, new LoginAttempt(key, digest, code, null, address))
                .chain(account -> open(account, address));
    }

    /** The token stays the one that was shown; a login token gets one of its own, which lives longer. */
    private Uni<LoggedIn> resume(Secret token, String address) {
        if (token.value().indexOf('.') >= 0) {
            var login = tokens.verifyLogin(token.value());
            return sessions.owner(login.accountId(), login.session())
                    .plug(orRefuse(PASSWORD_REFUSED, "its session has ended"))
                    .chain(owner ->
                            AccountDocument.byId(outbox.alone(), owner.account().id()))
                    .plug(orRefuse(PASSWORD_REFUSED, "no such account"))
                    .chain(account -> open(account, address));
        }
        return longSessions
                .session(token.value())
                .plug(orRefuse(PASSWORD_REFUSED, "no session has this token"))
                .chain(session -> loggedIn(session.account(), token));
    }

    private Uni<LoggedIn> open(AccountDocument account, String address) {
        return longSessions.open(account, address).chain(token -> loggedIn(account, token));
    }

    private Uni<LoggedIn> loggedIn(AccountDocument account, Secret token) {
        return users.me(account).map(me -> LoggedIn.of(account.id, token, me));
    }
}
