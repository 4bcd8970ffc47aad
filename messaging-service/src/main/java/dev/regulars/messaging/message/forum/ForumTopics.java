package dev.regulars.messaging.message.forum;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.messaging.community.ChannelDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a forum has a topic. */
@ApplicationScoped
public class ForumTopics {

    private final Outbox outbox;

    ForumTopics(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Refuses a topic of another channel as one that does not exist. */
    public Uni<Void> check(ChannelDocument channel, String topicId) {
        return TopicDocument.find(outbox.alone(), channel.communityId, channel.id, topicId)
                .plug(orNotFound("topic", topicId))
                .replaceWithVoid();
    }
}
