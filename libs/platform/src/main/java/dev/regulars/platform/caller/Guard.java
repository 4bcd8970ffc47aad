package dev.regulars.platform.caller;

import dev.regulars.platform.problem.Kind;
import dev.regulars.platform.problem.Refusals;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every operation: its credential first, then its permission, then the media type of its body. */
class Guard {

    private final CurrentIdentityAssociation identity;
    private final Caller caller;

    Guard(CurrentIdentityAssociation identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> admit(ResourceInfo operation, RoutingContext call) {
        Method method = operation.getResourceMethod();
        if (method == null || method.isAnnotationPresent(Public.class)) {
            return Uni.createFrom().voidItem();
        }
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(method + " says neither @Needs nor @Public");
        }
        return identity.getDeferredIdentity()
                .invoke(identity::setIdentity) // else the token asks for it again, and must not wait here
                .invoke(() -> admit(needs, call))
                .replaceWithVoid();
    }

    private void admit(Needs needs, RoutingContext call) {
        if (!caller.isKnown()) {
            throw Strangers.refusal(call, null);
        }
        boolean named = call.normalizedPath().contains("/communities/")
                || call.request().getParam("communityId") != null;
        if (!Admission.allows(
                needs, caller.kind(), caller.level(), caller.communityOrNone(), caller.permissions(), named)) {
            throw Refusals.of(Kind.NOT_PERMITTED, caller.kind() + " " + caller.id() + " lacks " + needs);
        }
    }
}
