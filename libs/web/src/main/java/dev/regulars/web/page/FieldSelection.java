package dev.regulars.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Answers with the members alone that the query's {@code fields} names (contract §2.3), and {@code _id}. */
class FieldSelection {

    private static final int BEFORE_THE_ENVELOPE = 6_000;
    private static final int OK = 200;

    private final ObjectMapper json;

    FieldSelection(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter(priority = BEFORE_THE_ENVELOPE)
    public void select(ContainerResponseContext answer, ResourceInfo operation, RoutingContext call) {
        Object entity = answer.getEntity();
        if (entity == null || answer.getStatus() != OK || !isSelectable(operation)) {
            return;
        }
        List<String> named = call.queryParam("fields");
        if (named.isEmpty()) {
            return;
        }
        Set<String> members = new LinkedHashSet<>(Arrays.asList(named.getFirst().split(",", -1)));
        members.add("_id");
        answer.setEntity(entity instanceof Page<?> page ? page.map(one -> only(members, one)) : only(members, entity));
    }

    private static boolean isSelectable(@Nullable ResourceInfo operation) {
        Method method = operation == null ? null : operation.getResourceMethod();
        return method != null && method.getDeclaringClass().isAnnotationPresent(SelectableFields.class);
    }

    private JsonNode only(Set<String> members, Object view) {
        JsonNode whole = json.valueToTree(view);
        return whole instanceof ObjectNode object ? object.retain(members) : whole;
    }
}
