package dev.regulars.media;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklists;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Removes what nothing names. What something names is looked at again, since its document may be gone by then. */
@Singleton
@Startup
class MediaCleanup {

    private static final Duration NEXT_LOOK = Duration.ofDays(7);

    private final Media media;
    private final MediaReferences references;
    private final Outbox outbox;

    MediaCleanup(Worklists worklists, Media media, MediaReferences references, Outbox outbox, MediaConfig config) {
        this.media = media;
        this.references = references;
        this.outbox = outbox;
        var unused = worklists.every(
                config.media().cleanupInterval(),
                "Removing unused media",
                now -> MediaDocument.due(outbox.alone(), now),
                document -> document.id,
                this::check,
                (document, until) -> document.checkAgain(outbox.alone(), until));
    }

    private Uni<Void> check(MediaDocument document, Instant now) {
        if (!document.state.equals(MediaDocument.STORED)) {
            return media.remove(document);
        }
        return references
                .isNamed(document.communityId, document.id)
                .chain(named ->
                        named ? document.checkAgain(outbox.alone(), now.plus(NEXT_LOOK)) : media.remove(document));
    }
}
