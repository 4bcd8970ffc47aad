package dev.regulars.web.caller;

import static dev.regulars.web.refusal.Kind.NOT_FOUND;
import static dev.regulars.web.refusal.Kind.NOT_PERMITTED;
import static java.util.Objects.requireNonNull;

import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the request, as the internal token says. For resources only: work that goes on elsewhere takes an {@link Actor}. */
@RequestScoped
public class Caller {

    private @Nullable JsonWebToken shown;

    /** Set once per request, by the permission filter, from the token that was checked. */
    void is(JsonWebToken token) {
        shown = token;
    }

    /** Unique among all callers: the account of a person, the id of a key. */
    public String id() {
        return token().getSubject();
    }

    /** The session of a person, the id of a key. */
    public String credential() {
        return token().getClaim("credential");
    }

    public CallerKind kind() {
        return CallerKind.of(token().getClaim("caller"));
    }

    /** The account that acts: the person's own, or the one that made the key. Null for the token of a public widget. */
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

    /** A person who sees only what every member may see. */
    public boolean isBelowAdmin() {
        return switch (kind()) {
            case USER -> level().compareTo(Level.ADMIN) < 0;
            case SSO, WIDGET, USER_KEY -> true;
            default -> false;
        };
    }

    /**
     * Members act for themselves, admins and the community's keys for anybody.
     *
     * @param user decimal userId or {@code _id}, as a request names somebody
     */
    public void checkMayActFor(String user) {
        boolean anybody =
                kind() == CallerKind.KEY || (kind() == CallerKind.USER && level().compareTo(Level.ADMIN) >= 0);
        if (!anybody && !user.equals(accountId()) && !user.equals(userId())) {
            throw Refusal.of(NOT_PERMITTED, id() + " asks about " + user);
        }
    }

    /** The community of the call: it came with the credential, never from the body. Refuses a caller without one. */
    public CommunityId community() {
        String community = communityOrNone();
        if (community == null) {
            throw Refusal.of(NOT_FOUND, id() + " is in no community here");
        }
        return CommunityId.trusted(community);
    }

    /** The community that another service names; only services may name one. */
    public CommunityId community(String named) {
        if (kind() != CallerKind.SERVICE) {
            throw Refusal.of(NOT_FOUND, id() + " is no service and names " + named);
        }
        return CommunityId.trusted(named);
    }

    /** To a caller from elsewhere the community does not exist. */
    void checkIsOf(String named) {
        if (!named.equals(communityOrNone())) {
            throw Refusal.of(NOT_FOUND, id() + " is not of " + named);
        }
    }

    public @Nullable String communityOrNone() {
        return token().getClaim("community");
    }

    /** Absent in a public operation. */
    public @Nullable Actor actor() {
        return shown == null ? null : new Actor(kind(), id(), accountId(), userId(), credential());
    }

    /** Whether the installation is theirs to administer (contract §1.3); a claim of its own, which no role's name can be. */
    boolean isInstallationAdmin() {
        Object claim = token().getClaim("installationAdmin");
        return "true".equals(String.valueOf(claim));
    }

    /** The only channels that a user key may be used in; absent where it is not restricted to any. */
    public @Nullable Set<String> channels() {
        return texts("channels");
    }

    /** The only pages that a token of a widget may be used from; absent for every other caller. */
    @Nullable
    Set<String> origins() {
        return texts("origins");
    }

    /** Refuses a user key that is restricted to other channels. */
    public void checkChannel(String channelId) {
        Set<String> only = channels();
        if (only != null && !only.contains(channelId)) {
            throw Refusal.of(NOT_PERMITTED, id() + " may not be used in channel " + channelId);
        }
    }

    Set<String> permissions() {
        Set<String> held = texts("permissions");
        return held == null ? Set.of() : held;
    }

    private @Nullable Set<String> texts(String claim) {
        Collection<?> all = token().getClaim(claim);
        return all == null
                ? null
                : all.stream()
                        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
                        .collect(Collectors.toSet());
    }

    private JsonWebToken token() {
        return requireNonNull(shown, "A public operation has no caller");
    }
}
