package dev.regulars.web.caller;

import static java.util.stream.Collectors.joining;

import dev.regulars.web.caller.token.Unauthenticated;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.permission.RolePermission;
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
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

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
    public Uni<Void> admit(ResourceInfo operation, UriInfo uri, RoutingContext call) {
        Method method = operation.getResourceMethod();
        if (method.isAnnotationPresent(Public.class)) {
            return Uni.createFrom().voidItem().invoke(() -> checkMediaType(method, call));
        }
        Needs needs = needs(method);
        return identity.getDeferredIdentity()
                .invoke(known -> admit(known, needs, uri, call))
                .invoke(() -> checkMediaType(method, call))
                .replaceWithVoid();
    }

    static Needs needs(Method method) {
        Needs own = method.getAnnotation(Needs.class);
        Needs needs = own == null ? method.getDeclaringClass().getAnnotation(Needs.class) : own;
        if (needs == null) {
            throw new IllegalStateException(method + " says neither @Needs nor @Public");
        }
        return needs;
    }

    private void admit(SecurityIdentity known, Needs needs, UriInfo uri, RoutingContext call) {
        if (!(known.getPrincipal() instanceof JsonWebToken token)) {
            throw Unauthenticated.refusal(call, null);
        }
        caller.is(token);
        WidgetOrigins.check(caller, call);
        boolean allowed = needs.installationAdmin()
                ? caller.isInstallationAdmin()
                : allows(needs, caller.kind(), caller.level(), caller.permissions());
        if (allowed) {
            noteUse(needs, call);
            return;
        }
        if (isPersonWithoutCommunity(needs)) {
            NamedCommunities.require(uri);
        } else {
            throw Refusal.notPermitted(
                    scope(needs, caller.kind()), caller.kind() + " " + caller.id() + " lacks " + needs);
        }
    }

    /**
     * A person has a level in a community that the call must name. If they are no member of it, it does not exist to them, and
     * that is said after the body was read (contract §2.2): by {@code OperationInterceptor}, which comes with {@link Needs}.
     */
    private boolean isPersonWithoutCommunity(Needs needs) {
        return caller.kind() == CallerKind.USER
                && !needs.installationAdmin()
                && needs.level() != Level.NOBODY
                && caller.communityOrNone() == null;
    }

    private static String scope(Needs needs, CallerKind kind) {
        Permission[] wanted = kind == CallerKind.USER_KEY ? needs.userKey() : needs.permission();
        return Arrays.stream(wanted).map(Permission::wire).collect(joining(" "));
    }

    /** An operation that says nothing takes JSON; the framework would try to read anything as such. */
    private static void checkMediaType(Method method, RoutingContext call) {
        MultiMap headers = call.request().headers();
        String length = headers.get("Content-Length");
        boolean body = headers.contains("Transfer-Encoding") || (length != null && !length.equals("0"));
        String encoding = headers.get("Content-Encoding");
        if (body && encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(Kind.UNSUPPORTED_MEDIA, "Content-Encoding " + encoding);
        }
        if (headers.getAll("Content-Type").size() > 1) {
            throw Refusal.invalid("Content-Type", "must be sent once");
        }
        String type = String.valueOf(headers.get("Content-Type"));
        if (body
                && !method.isAnnotationPresent(Consumes.class)
                && !JSON.matcher(type).lookingAt()) {
            throw Refusal.of(Kind.UNSUPPORTED_MEDIA, type);
        }
    }

    static boolean allows(Needs needs, CallerKind kind, Level level, Set<String> permissions) {
        if (List.of(needs.kinds()).contains(kind)) {
            return true;
        }
        return switch (kind) {
            case USER ->
                (needs.level() != Level.NOBODY && level.compareTo(needs.level()) >= 0)
                        || Arrays.stream(needs.role()).map(RolePermission::wire).anyMatch(permissions::contains);
            // a session of one community reaches what every member may do, whatever the level of its account
            case SSO -> needs.level() == Level.MEMBER && level.compareTo(Level.MEMBER) >= 0;
            // the token of a widget that nobody signed in to has no level
            case WIDGET -> needs.attributeWidget() || (needs.level() == Level.MEMBER && level == Level.MEMBER);
            case KEY -> holdsAny(permissions, needs.permission());
            case USER_KEY -> holdsAny(permissions, needs.userKey());
            case SYSTEM -> needs.systemKey();
            case SERVICE -> needs.service();
            default -> false;
        };
    }

    /** So that the owner of a key can see which of its permissions it needs. */
    private void noteUse(Needs needs, RoutingContext call) {
        if (caller.kind() == CallerKind.KEY) {
            Set<String> held = caller.permissions();
            Arrays.stream(needs.permission())
                    .map(Permission::wire)
                    .filter(held::contains)
                    .findFirst()
                    .ifPresent(used -> call.response()
                            .putHeader(GatewayHeaders.USED_PERMISSION, caller.credential() + " " + used));
        }
    }

    private static boolean holdsAny(Set<String> held, Permission... wanted) {
        return Arrays.stream(wanted).map(Permission::wire).anyMatch(held::contains);
    }
}
