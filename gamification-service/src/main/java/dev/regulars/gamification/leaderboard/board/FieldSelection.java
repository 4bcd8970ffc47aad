package dev.regulars.gamification.leaderboard.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.web.page.Page;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers with the members alone that the query's {@code fields} names (contract §2.3), and {@code _id}. */
class FieldSelection {

    private static final String BOARDS = "/application/leaderboards";
    private static final int BEFORE_THE_ENVELOPE = 6_000;
    private static final int OK = 200;

    private final ObjectMapper json;

    FieldSelection(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter(priority = BEFORE_THE_ENVELOPE)
    public void select(ContainerResponseContext answer, RoutingContext call) {
        List<String> named = call.queryParam("fields");
        Object entity = answer.getEntity();
        if (named.isEmpty()
                || entity == null
                || answer.getStatus() != OK
                || !call.normalizedPath().startsWith(BOARDS)) {
            return;
        }
        Set<String> members = new LinkedHashSet<>(Arrays.asList(named.getFirst().split(",", -1)));
        members.add("_id");
        answer.setEntity(entity instanceof Page<?> page ? page.map(one -> only(members, one)) : only(members, entity));
    }

    private JsonNode only(Set<String> members, Object view) {
        JsonNode whole = json.valueToTree(view);
        return whole instanceof ObjectNode object ? object.retain(members) : whole;
    }
}
