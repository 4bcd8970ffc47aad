package dev.regulars.messaging.message.forum;

import static dev.regulars.web.caller.Permission.GET_CHANNELS;
import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static dev.regulars.web.caller.Permission.SEND_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/integration/channels/{channelId}/topics")
@Tag(name = "Forum topics", description = "What a forum is divided into")
class TopicResource {

    private final Topics topics;
    private final Once once;
    private final Caller caller;

    TopicResource(Topics topics, Once once, Caller caller) {
        this.topics = topics;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Topic created successfully")
    @Operation(operationId = "createTopic", summary = "Begin a topic in a forum, with its first message")
    public Uni<TopicView> create(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182942") String channelId,
            @Valid @NotNull NewTopic topic) {
        Viewer viewer = viewer();
        return once.perform(
                TopicView.class,
                () -> topics.draft(viewer, channelId, topic),
                (tx, draft) -> topics.create(tx, viewer, draft, topic.title()));
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_CHANNELS, userKey = READ_OWN_MESSAGES)
    @Says("")
    @Operation(operationId = "getTopics", summary = "List the topics of a forum, the newest first")
    public Uni<TopicView.Listed> list(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182942") String channelId,
            @Valid @BeanParam ByCursor page) {
        return topics.list(viewer(), channelId, page.request());
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
