package dev.regulars.messaging.message.analysis;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.analysis.AnalysisEvent;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisCreated;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisDeleted;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisUpdated;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.messaging.message.MessageAnalysis;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.messaging.message.MessageWrites;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/**
 * Shows every analysis in its channel as a message of its author, under the id of the analysis: a repeated event finds it there. The message
 * follows the analysis; who deletes the message alone does not change the analysis.
 */
@ApplicationScoped
class PublishAnalyses {

    /** What such a message is sent with. */
    private static final String SOURCE = "analysis";

    private final EventConsumer consumer;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    PublishAnalyses(EventConsumer consumer, People people, Outbox outbox, Clock clock) {
        this.consumer = consumer;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("analyses", AnalysisEvent.class, this::publish);
    }

    private Uni<Void> publish(ReceivedEvent<AnalysisEvent> received) {
        return switch (received.event()) {
            case AnalysisCreated created -> create(created, received.version());
            case AnalysisUpdated updated -> update(updated, received.version());
            case AnalysisDeleted deleted -> delete(deleted);
        };
    }

    private Uni<Void> create(AnalysisCreated created, Version source) {
        return people.find(created.community(), PersonKey.ID, created.accountId())
                .chain(author -> message(created, author == null ? "" : author.userId(), source)
                        .send(outbox.alone(), List.of()))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    private static MessageDocument message(AnalysisCreated created, String userId, Version source) {
        var message = new MessageDocument();
        message.id = created.analysisId();
        message.communityId = created.community();
        message.channelId = created.channelId();
        message.senderId = created.accountId();
        message.userId = userId;
        message.analysis =
                MessageAnalysis.of(created.analysisId(), created.analysis().metadata());
        message.analysisSource = source;
        message.text = message.analysis.text();
        message.images = List.of();
        message.mediaIds = List.of();
        message.fingerprint = "";
        message.sourceKind = SOURCE;
        message.sourceId = created.analysisId();
        message.reactions = List.of();
        message.sentAt = created.createdAt();
        return message;
    }

    private Uni<Void> update(AnalysisUpdated updated, Version source) {
        var analysis =
                MessageAnalysis.of(updated.analysisId(), updated.analysis().metadata());
        return MessageDocument.find(outbox.alone(), updated.community(), updated.analysisId())
                .chain(message -> message == null
                        ? Uni.createFrom().nullItem()
                        : MessageWrites.showAnalysis(outbox.alone(), message, analysis, source, updated.updatedAt()))
                .replaceWithVoid();
    }

    private Uni<Void> delete(AnalysisDeleted deleted) {
        return MessageDocument.find(outbox.alone(), deleted.community(), deleted.analysisId())
                .chain(message -> message == null
                        ? Uni.createFrom().nullItem()
                        : MessageWrites.delete(outbox.alone(), message, clock.instant()))
                .replaceWithVoid();
    }
}
