package dev.regulars.messaging;

import dev.regulars.eventing.Indexed;
import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.community.RoleDocument;
import dev.regulars.messaging.log.LogEntryDocument;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.forum.TopicDocument;
import dev.regulars.messaging.stream.signal.SignalDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return ChannelDocument.buildIndexes()
                .chain(RoleDocument::buildIndexes)
                .chain(LogEntryDocument::buildIndexes)
                .chain(MessageDocument::buildIndexes)
                .chain(TopicDocument::buildIndexes)
                .chain(SignalDocument::buildIndexes);
    }
}
