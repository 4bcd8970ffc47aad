package dev.regulars.web.caller;

import static dev.regulars.web.refusal.Kind.NOT_FOUND;
import static java.util.Objects.requireNonNull;

import dev.regulars.web.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whoever sent the request, as the internal token tells it. */
@RequestScoped
public class Caller {

    private @Nullable JsonWebToken shown;

    /** Set once per request, by the guard, from the token that was checked. */
    void is(JsonWebToken token) {
        shown = token;
    }

    /** Unique among all callers: the account of a person, the id of a key. */
    public String id() {
        return token().getSubject();
    }

    /** What was shown: the session of a person, the id of a key. */
    public String credential() {
        return token().getClaim("credential");
    }

    public CallerKind kind() {
        return CallerKind.of(token().getClaim("caller"));
    }

    /** The account that acts: the person's own, or the one that made the key. */
    public String accountId() {
        return token().getClaim("account");
    }

    /** The same account's decimal string, which the API shows people. */
    public String userId() {
        return token().getClaim("userId");
    }

    public Level level() {
        String level = token().getClaim("level");
        return level == null ? Level.APPLICATION : Level.valueOf(level.toUpperCase(Locale.ROOT));
    }

    /**
     * The community of the call: it came with the credential, never from the body. Refuses whoever is a stranger there.
     */
    public String communityId() {
        String community = communityOrNone();
        if (community == null) {
            throw Refusal.of(NOT_FOUND, id() + " is in no community here");
        }
        return community;
    }

    /** The same, for a path that names its community: another one is not found. */
    public String communityId(String named) {
        String community = communityId();
        if (!community.equals(named)) {
            throw Refusal.of(NOT_FOUND, id() + " is of " + community + ", not of " + named);
        }
        return community;
    }

    public @Nullable String communityOrNone() {
        return token().getClaim("community");
    }

    /** Whether they answer for the whole installation (contract §1.3); a claim of its own, which no role's name can be. */
    boolean isInstallationAdmin() {
        Object claim = token().getClaim("installationAdmin");
        return "true".equals(String.valueOf(claim));
    }

    Set<String> permissions() {
        Collection<?> held = token().getClaim("permissions");
        return held == null
                ? Set.of()
                : held.stream()
                        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
                        .collect(Collectors.toSet());
    }

    private JsonWebToken token() {
        return requireNonNull(shown, "A public operation has no caller");
    }
}
