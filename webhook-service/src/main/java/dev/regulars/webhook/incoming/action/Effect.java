package dev.regulars.webhook.incoming.action;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What a call asks for.
 *
 * @param bodyHash of the body in clear: what a repeat must agree on, since each encryption differs
 * @param event that tells of it, by the id of the receipt; none for most
 * @param work does it, keyed by the id of the receipt: it may be begun again
 */
public record Effect(String bodyHash, Function<String, DomainEvent[]> event, Function<String, Uni<Void>> work) {

    static Effect of(byte[] plain, Function<String, Uni<Void>> work) {
        return new Effect(hash(plain), receipt -> new DomainEvent[0], work);
    }

    static String hash(byte[] plain) {
        return Secrets.hash(new String(plain, StandardCharsets.ISO_8859_1));
    }

    public DomainEvent[] events(String receiptId) {
        return event.apply(receiptId);
    }

    public Uni<Void> perform(String receiptId) {
        return Uni.createFrom().deferred(() -> work.apply(receiptId));
    }
}
