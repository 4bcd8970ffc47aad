package dev.regulars.messaging.log;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.Topic;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * The epoch of the topic. It is raised when the topic was deleted and made anew, which its id tells; and when offsets went
 * back although it is the same topic, as after a broker lost data or a backup of it was restored.
 */
@ApplicationScoped
class TopicEpochs {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Map<String, Object> settings;
    private volatile @Nullable EpochDocument known;
    private @Nullable Admin admin;

    TopicEpochs(Outbox outbox, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.outbox = outbox;
        this.settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "topic-epochs");
    }

    Uni<Long> current() {
        EpochDocument one = known;
        return one != null ? Uni.createFrom().item(one.epoch) : refreshed();
    }

    /** After asking the broker for the topic's id. */
    Uni<Long> refreshed() {
        return topicId()
                .chain(topicId -> EpochDocument.find(outbox.alone()).chain(stored -> {
                    if (stored == null) {
                        return stored(EpochDocument.begin(outbox.alone(), topicId));
                    }
                    return stored.topicId.equals(topicId)
                            ? Uni.createFrom().item(stored)
                            : stored(stored.raise(outbox.alone(), topicId));
                }))
                .invoke(epoch -> known = epoch)
                .map(epoch -> epoch.epoch);
    }

    /** For offsets that went back in the same topic. */
    Uni<Long> raised() {
        return topicId()
                .chain(topicId -> EpochDocument.find(outbox.alone())
                        .chain(stored -> stored == null
                                ? stored(EpochDocument.begin(outbox.alone(), topicId))
                                : stored(stored.raise(outbox.alone(), topicId))))
                .invoke(epoch -> Log.warnf("Offsets of %s went back: its epoch is %d now", epoch.id, epoch.epoch))
                .invoke(epoch -> known = epoch)
                .map(epoch -> epoch.epoch);
    }

    /** What this replica wrote, or what another one did at the same moment. */
    private Uni<EpochDocument> stored(Uni<@Nullable EpochDocument> written) {
        return written.chain(mine -> mine != null
                ? Uni.createFrom().item(mine)
                : EpochDocument.find(outbox.alone())
                        .onItem()
                        .ifNull()
                        .failWith(() -> new IllegalStateException("The epoch of the topic vanished")));
    }

    private Uni<String> topicId() {
        return Uni.createFrom()
                .item(this::admin)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) // it looks names up
                .chain(client -> Uni.createFrom()
                        .completionStage(() -> client.describeTopics(List.of(Topic.MESSAGING.title()))
                                .allTopicNames()
                                .toCompletionStage()))
                .map(all -> requireNonNull(all.get(Topic.MESSAGING.title()))
                        .topicId()
                        .toString())
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
