package dev.regulars.identity.accounts.secureauth;

import static dev.regulars.identity.IdentityError.LOGIN_URL_REFUSED;

import dev.regulars.identity.accounts.session.SessionConfig;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Audience;
import dev.regulars.identity.accounts.signing.Tokens.VerifiedToken;
import dev.regulars.web.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Signs and reads the token of a login URL. */
@ApplicationScoped
public class LoginTokens {

    /**
     * What a login URL is for.
     *
     * @param sessionId of the session that it opens, which makes it usable once
     * @param host that it can be used on
     */
    public record LoginGrant(String sessionId, String accountId, String keyId, String host) {}

    private static final String SESSION = "sid";
    private static final String ACCOUNT = "sub";
    private static final String KEY = "key";
    private static final String HOST = "host";

    private final Tokens tokens;
    private final SessionConfig config;

    LoginTokens(Tokens tokens, SessionConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    public String sign(LoginGrant grant) {
        return tokens.signed(
                Audience.LOGIN_URL,
                Map.of(SESSION, grant.sessionId(), ACCOUNT, grant.accountId(), KEY, grant.keyId(), HOST, grant.host()),
                config.loginUrlLifetime());
    }

    /** Refuses whatever was not signed here, or is over. */
    LoginGrant read(String token) {
        try {
            VerifiedToken verified = tokens.verified(Audience.LOGIN_URL, token);
            return new LoginGrant(
                    claim(verified, SESSION), claim(verified, ACCOUNT), claim(verified, KEY), claim(verified, HOST));
        } catch (Refusal no) {
            throw LOGIN_URL_REFUSED.because(String.valueOf(no.getMessage()));
        }
    }

    private static String claim(VerifiedToken token, String name) {
        String text = token.text(name);
        if (text == null) {
            throw LOGIN_URL_REFUSED.because("no " + name);
        }
        return text;
    }
}
