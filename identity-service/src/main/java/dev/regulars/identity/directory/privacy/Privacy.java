package dev.regulars.identity.directory.privacy;

import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.privacy.PrivacyResource.PrivacyChange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** What persons chose to hide. */
@ApplicationScoped
public class Privacy {

    private final Outbox outbox;

    Privacy(Outbox outbox) {
        this.outbox = outbox;
    }

    /** By account; those who hide nothing are left out. */
    public Uni<Map<String, PrivacySettings>> of(Collection<String> accountIds) {
        return PrivacyDocument.list(outbox.alone(), accountIds)
                .map(all -> all.stream().collect(toMap(one -> one.id, PrivacySettings::of)));
    }

    Uni<PrivacySettings> of(String accountId) {
        return PrivacyDocument.find(outbox.alone(), accountId).map(PrivacySettings::of);
    }

    Uni<PrivacySettings> change(Tx tx, String accountId, PrivacyChange change) {
        return PrivacyDocument.change(tx, accountId, change).map(PrivacySettings::of);
    }
}
