package dev.regulars.webhook.payload.catalogue;

import dev.regulars.events.DomainEvent;
import dev.regulars.webhook.payload.EventRow;
import dev.regulars.webhook.payload.Facts;
import dev.regulars.webhook.payload.Payloads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be subscribed to, with schemas and samples that are made by the code that renders deliveries. */
@ApplicationScoped
public class Catalogue {

    private static final Facts FACTS = new Facts(SampleEvents.PERSON, SampleEvents.CHANNEL);

    private final Payloads payloads;

    Catalogue(Payloads payloads) {
        this.payloads = payloads;
    }

    List<CatalogueEntry> entries() {
        return Payloads.rows().stream()
                .map(row -> new CatalogueEntry(row.event(), row.title(), PayloadSchemas.of(row), sample(row)))
                .toList();
    }

    /** The body of a test delivery. */
    public byte[] sampleOf(String event) {
        EventRow<?> row = Payloads.rows().stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow();
        return payloads.write(sample(row));
    }

    private <E extends DomainEvent> Object sample(EventRow<E> row) {
        return payloads.body(row, SampleEvents.of(row.type()), SampleEvents.AT, FACTS);
    }
}
