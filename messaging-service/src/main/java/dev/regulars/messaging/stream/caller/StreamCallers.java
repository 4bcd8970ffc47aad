package dev.regulars.messaging.stream.caller;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.callers.CallerInvalidations;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.ClientLimits;
import dev.regulars.internal.ReplicaList;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.caller.WidgetOrigins;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.net.ConnectException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whose credential a client brought: the gateway passes it on, and it is exchanged here. */
@ApplicationScoped
public class StreamCallers {

    private static final long TIMEOUT_MILLIS = 5_000;
    /** When a replica has gone, its clients come to the others all at once. */
    private static final int MOST_EXCHANGES = 32;

    /**
     * A credential as it was brought.
     *
     * @param community that a person names, who may be in several
     * @param page a widget's credential is refused on pages that its community did not list
     */
    public record Credential(String value, @Nullable String community, CallingPage page) {

        @Override
        public String toString() {
            return "Credential";
        }
    }

    /**
     * The caller behind a credential.
     *
     * @param viewer absent for a person who named no community, or one that they are no member of
     * @param tags of the changes that outdate this
     */
    public record StreamCaller(
            Credential credential, @Nullable Viewer viewer, List<String> tags) {}

    private record Exchanged(String token, List<String> tags) {}

    private final WebClient http;
    private final ReplicaList replicas;
    private final JWTParser tokens;
    private final CallerInvalidations invalidations;
    private final CallQueue exchanges = new CallQueue(MOST_EXCHANGES);

    StreamCallers(Vertx vertx, ServiceAddresses addresses, JWTParser tokens, CallerInvalidations invalidations) {
        this.http = WebClient.create(vertx, ClientLimits.options());
        this.replicas = new ReplicaList(addresses.identity());
        this.tokens = tokens;
        this.invalidations = invalidations;
    }

    /** Nothing for an invalid credential; fails while identity-service is away. Asks again where a change came in meanwhile. */
    public Uni<@Nullable StreamCaller> exchange(Credential credential) {
        long requestedAt = System.nanoTime();
        return resolve(credential).chain(exchanged -> {
            if (exchanged == null) {
                return Uni.createFrom().nullItem();
            }
            return invalidations.isCurrent(exchanged.tags(), requestedAt)
                    ? read(credential, exchanged)
                    : exchange(credential);
        });
    }

    private Uni<@Nullable Exchanged> resolve(Credential credential) {
        var request = new JsonObject().put("scheme", "bearer").put("value", credential.value());
        if (credential.community() != null) {
            request.put("community", credential.community());
        }
        return exchanges.add(() -> Uni.createFrom()
                .deferred(() -> post(request))
                .onFailure(ConnectException.class)
                .retry()
                .atMost(replicas.size())
                .map(StreamCallers::tokenIn));
    }

    private Uni<HttpResponse<Buffer>> post(JsonObject request) {
        URI replica = replicas.next();
        return http.postAbs(replica + "/internal/credentials/resolve")
                .timeout(TIMEOUT_MILLIS)
                .sendJsonObject(request)
                .onFailure(ConnectException.class)
                .invoke(() -> replicas.refused(replica));
    }

    private static @Nullable Exchanged tokenIn(HttpResponse<Buffer> response) {
        return switch (response.statusCode()) {
            case 200 -> {
                JsonObject body = response.bodyAsJsonObject();
                yield new Exchanged(
                        body.getString("token"),
                        body.getJsonArray("keys").stream().map(String::valueOf).toList());
            }
            case 400, 401 -> null;
            default -> throw Refusal.of(Kind.UNAVAILABLE, "identity-service answered " + response.statusCode());
        };
    }

    /** The keys to verify it with may have to be fetched, which blocks. */
    private Uni<StreamCaller> read(Credential credential, Exchanged exchanged) {
        return Uni.createFrom()
                .item(() -> parsed(exchanged.token()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(token -> check(credential.page(), token))
                .map(token -> new StreamCaller(credential, viewer(token), exchanged.tags()));
    }

    private JsonWebToken parsed(String token) {
        try {
            return tokens.parse(token);
        } catch (ParseException e) {
            throw Refusal.of(Kind.UNAVAILABLE, "A token of identity-service cannot be verified: " + e);
        }
    }

    private static void check(CallingPage page, JsonWebToken token) {
        if (!WidgetOrigins.allow(texts(token, "origins"), page.origin(), page.host())) {
            throw Refusal.of(Kind.NOT_PERMITTED, token.getSubject() + " is used on " + page.origin());
        }
    }

    /** Refuses a key that may not read messages. */
    private static @Nullable Viewer viewer(JsonWebToken token) {
        String claim = token.getClaim("caller");
        CallerKind kind = Arrays.stream(CallerKind.values())
                .filter(one -> one.claim().equals(claim))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Kind.NOT_PERMITTED, "a " + claim + " reads no messages"));
        Set<String> permissions = requireNonNullElse(texts(token, "permissions"), Set.of());
        boolean may =
                switch (kind) {
                    case USER, SSO -> true;
                    case KEY -> permissions.contains(Permission.GET_MESSAGES.wire());
                    case USER_KEY -> permissions.contains(Permission.READ_OWN_MESSAGES.wire());
                    case WIDGET -> token.getClaim("account") != null; // a visitor whom nobody vouches for reads none
                    default -> false;
                };
        if (!may) {
            throw Refusal.of(Kind.NOT_PERMITTED, token.getSubject() + " may not read messages");
        }
        String community = token.getClaim("community");
        String level = requireNonNullElse(token.<String>getClaim("level"), "application");
        var actor = new Actor(
                kind,
                token.getSubject(),
                token.getClaim("account"),
                token.getClaim("userId"),
                token.getClaim("credential"));
        return community == null
                ? null
                : new Viewer(
                        CommunityId.trusted(community),
                        actor,
                        Level.valueOf(level.toUpperCase(Locale.ROOT)),
                        texts(token, "channels"));
    }

    private static @Nullable Set<String> texts(JsonWebToken token, String claim) {
        Collection<?> all = token.getClaim(claim);
        return all == null
                ? null
                : all.stream()
                        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
                        .collect(Collectors.toSet());
    }
}
