package dev.regulars.identity.directory.field.definition;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The live custom fields of a community: at most 200, in one indexed read. */
@ApplicationScoped
public class FieldDefinitions {

    private final Outbox outbox;

    FieldDefinitions(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<List<FieldDefinition>> of(CommunityId community) {
        return of(outbox.alone(community));
    }

    /** As part of a transaction. */
    public Uni<List<FieldDefinition>> of(Tx tx) {
        return FieldDocument.live(tx)
                .map(all -> all.stream().map(FieldDocument::definition).toList());
    }
}
