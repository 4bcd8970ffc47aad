package dev.regulars.messaging.message.reading;

import static dev.regulars.web.caller.Permission.GET_MESSAGES;
import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.view.MessageDetails;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/messages/search")
@Tag(ref = "Messages")
class SearchResource {

    private final MessageReads messages;
    private final Caller caller;

    SearchResource(MessageReads messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_MESSAGES, userKey = READ_OWN_MESSAGES)
    @Says("Search messages success.")
    @Operation(operationId = "searchMessages", summary = "Find messages that have all of some words, the newest first")
    public Uni<List<MessageDetails>> search(
            @QueryParam("q")
                    @NotBlank
                    @Size(max = 200)
                    @Parameter(description = "Whole words, in any order; upper and lower case count as the same")
                    String q,
            @Valid @BeanParam MessageFilter filter) {
        return messages.search(viewer(), q, filter);
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
