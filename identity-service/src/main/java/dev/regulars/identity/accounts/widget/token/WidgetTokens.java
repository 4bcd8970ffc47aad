package dev.regulars.identity.accounts.widget.token;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Audience;
import dev.regulars.identity.accounts.signing.Tokens.VerifiedToken;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.accounts.widget.WidgetConfig;
import dev.regulars.identity.port.IdentifiedMembers.IdentifiedMember;
import dev.regulars.web.value.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs and reads the tokens of widgets: short, for one audience, in one community, never refreshed. */
@ApplicationScoped
public class WidgetTokens {

    /** A token to hand out, and its lifetime in seconds. */
    public record IssuedToken(Secret token, long expiresIn) {}

    private static final String AUTH = "auth";
    private static final String CREDENTIAL = "credential";
    private static final String COMMUNITY = "community";
    private static final String WIDGETS = "widgets";
    private static final String USER_ID = "id";

    private final Tokens tokens;
    private final WidgetConfig config;

    WidgetTokens(Tokens tokens, WidgetConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    /** @param widgets none: all that are used with such tokens */
    public IssuedToken issue(
            WidgetAuth auth,
            String credential,
            CommunityId community,
            List<String> widgets,
            @Nullable IdentifiedMember member) {
        Map<String, Object> claims = new HashMap<>(
                Map.of(AUTH, auth.wire(), CREDENTIAL, credential, COMMUNITY, community.id(), WIDGETS, widgets));
        if (member != null) {
            claims.put("sub", member.accountId());
            claims.put(USER_ID, member.userId());
        }
        Duration lifetime = auth == WidgetAuth.ACCESS_KEY ? config.embedTokenLifetime() : config.tokenLifetime();
        return new IssuedToken(new Secret(tokens.signed(Audience.WIDGET, claims, lifetime)), lifetime.toSeconds());
    }

    /** Whether a token says of itself that it is one; {@link #read} proves it. */
    public boolean isOne(String token) {
        return tokens.claims(Audience.WIDGET, token);
    }

    /** Refuses whatever is not one of ours, or over. */
    public Grant read(String token) {
        VerifiedToken verified = tokens.verified(Audience.WIDGET, token);
        String account = verified.text("sub");
        return new Grant(
                auth(verified.text(AUTH)),
                required(verified, CREDENTIAL),
                required(verified, COMMUNITY),
                verified.texts(WIDGETS),
                account == null ? null : new IdentifiedMember(account, required(verified, USER_ID)),
                verified.end());
    }

    private static WidgetAuth auth(@Nullable String wire) {
        return Arrays.stream(WidgetAuth.values())
                .filter(auth -> auth.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> CREDENTIAL_REFUSED.because("no such kind of widget token"));
    }

    private static String required(VerifiedToken token, String claim) {
        String text = token.text(claim);
        if (text == null) {
            throw CREDENTIAL_REFUSED.because("a widget token without " + claim);
        }
        return text;
    }
}
