package dev.regulars.web.family;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE;

import dev.regulars.web.http.EntityTags;
import dev.regulars.web.http.Tagged;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Says;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Puts what an operation answers into the envelope of its family, with the message that {@link Says} tells. */
class EnvelopeFilter {

    private static final int FIRST_OF_NO_SUCCESS = 300;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    @ServerResponseFilter
    public void wrap(ContainerResponseContext answer, ResourceInfo operation, RoutingContext call) {
        Method method = operation == null ? null : operation.getResourceMethod();
        if (method == null || answer.getStatus() >= FIRST_OF_NO_SUCCESS) { // answers of exception mappers come here too
            return;
        }
        Object entity = answer.getEntity();
        if (ApiFamily.of(call.normalizedPath()) == ApiFamily.ROCKETCHAT) {
            answer.getHeaders().putSingle("Content-Type", "application/json"); // its clients know no charset beside it
        }
        if (entity instanceof Tagged view) {
            answer.getHeaders().putSingle("ETag", '"' + view.etag() + '"');
            if (isKnown(view, call)) {
                answer.setStatus(NOT_MODIFIED);
                answer.setEntity(null);
                return;
            }
        }
        String message = message(method, answer.getStatus());
        if (message == null) {
            return;
        }
        ApiFamily family = ApiFamily.of(call.normalizedPath());
        if (entity == null) {
            int status = answer.getStatus() == NO_CONTENT ? OK : answer.getStatus();
            answer.setStatus(status);
            answer.setEntity(family.success(status, message, null), new Annotation[0], APPLICATION_JSON_TYPE);
        } else {
            answer.setEntity(family.success(answer.getStatus(), message, entity));
        }
    }

    private static boolean isKnown(Tagged view, RoutingContext call) {
        String known = call.request().getHeader("If-None-Match");
        return call.request().method().equals(HttpMethod.GET)
                && known != null
                && EntityTags.valueOf(known).contain(view.etag());
    }

    private static @Nullable String message(Method method, int status) {
        for (Also also : method.getAnnotationsByType(Also.class)) {
            if (also.status() == status) {
                return also.says();
            }
        }
        Says says = method.getAnnotation(Says.class);
        return says == null ? null : says.value();
    }
}
