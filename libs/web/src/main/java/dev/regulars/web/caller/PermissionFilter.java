package dev.regulars.web.caller;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Stands before every operation: its credential first, then its permission, then the media type of its body. */
class PermissionFilter {

    private static final Pattern JSON = Pattern.compile("(?i)application/([a-z0-9.-]+\\+)?json\\b");

    private final CurrentIdentityAssociation identity;
    private final Caller caller;

    PermissionFilter(CurrentIdentityAssociation identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> admit(ResourceInfo operation, RoutingContext call) {
        Method method = operation.getResourceMethod();
        if (method.isAnnotationPresent(Public.class)) {
            return Uni.createFrom().voidItem().invoke(() -> checkMediaType(method, call));
        }
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(method + " says neither @Needs nor @Public");
        }
        return identity.getDeferredIdentity()
                .invoke(known -> admit(known, needs, call))
                .invoke(() -> checkMediaType(method, call))
                .replaceWithVoid();
    }

    private void admit(SecurityIdentity known, Needs needs, RoutingContext call) {
        if (!(known.getPrincipal() instanceof JsonWebToken token)) {
            throw Unauthenticated.refusal(call, null);
        }
        caller.is(token);
        boolean named = call.normalizedPath().contains("/communities/")
                || call.request().getParam("communityId") != null;
        boolean allowed = needs.installationAdmin()
                ? caller.isInstallationAdmin()
                : allows(needs, caller.kind(), caller.level(), caller.communityOrNone(), caller.permissions(), named);
        if (!allowed) {
            throw Refusal.of(Kind.NOT_PERMITTED, caller.kind() + " " + caller.id() + " lacks " + needs);
        }
    }

    /** An operation that says nothing takes JSON; the framework would try to read anything as such. */
    private static void checkMediaType(Method method, RoutingContext call) {
        MultiMap headers = call.request().headers();
        String length = headers.get("Content-Length");
        boolean body = headers.contains("Transfer-Encoding") || (length != null && !length.equals("0"));
        String type = String.valueOf(headers.get("Content-Type"));
        if (body
                && !method.isAnnotationPresent(Consumes.class)
                && !JSON.matcher(type).lookingAt()) {
            throw Refusal.of(Kind.UNSUPPORTED_MEDIA, type);
        }
    }

    /**
     * A person who is no member of the community named by the call passes here and is not found by
     * {@link Caller#communityId()}: to a stranger a community does not exist, and that comes after the body (contract §2.2).
     */
    static boolean allows(
            Needs needs,
            CallerKind kind,
            Level level,
            @Nullable String community,
            Set<String> permissions,
            boolean named) {
        return switch (kind) {
            case USER ->
                needs.level() != Level.NOBODY && (level.compareTo(needs.level()) >= 0 || stranger(community, named));
            case KEY -> !needs.permission().isEmpty() && permissions.contains(needs.permission());
            case SYSTEM -> needs.systemKey();
            case SERVICE -> needs.service();
            default -> false;
        };
    }

    private static boolean stranger(@Nullable String community, boolean named) {
        return named && community == null;
    }
}
