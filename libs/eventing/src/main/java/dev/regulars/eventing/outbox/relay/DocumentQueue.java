package dev.regulars.eventing.outbox.relay;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document's events on their way to the broker: one at a time, those of a batch all at once. Bookkeeping only; the relay's thread
 * alone uses it.
 */
final class DocumentQueue {

    private final Map<String, Due> waiting = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> unpulled = new LinkedHashSet<>();
    private final Map<String, Boolean> acknowledged = new Remembered();
    private PendingEvents latest;
    private boolean quiet;

    DocumentQueue(PendingEvents document) {
        latest = document.withoutEvents();
    }

    /** Takes what is new here. An event known to be with the broker, still (or again) in the document, only needs pulling. */
    void see(PendingEvents document) {
        if (document.version().compareTo(latest.version()) >= 0) {
            latest = document.withoutEvents();
        }
        for (Due due : document.events()) {
            String id = due.id();
            Boolean atBroker = acknowledged.putIfAbsent(id, false);
            if (atBroker == null) {
                waiting.put(id, due);
            } else if (atBroker) {
                unpulled.add(id);
            }
        }
        quiet = false;
    }

    /** The events to send now: none where one is under way or none waits. */
    List<Due> start() {
        if (underWay.size() == waiting.size() || (!latest.isBatch() && !underWay.isEmpty())) {
            return List.of();
        }
        List<Due> next = waiting.values().stream()
                .filter(due -> !underWay.contains(due.id()))
                .limit(latest.isBatch() ? waiting.size() : 1)
                .toList();
        next.forEach(due -> underWay.add(due.id()));
        return next;
    }

    void acknowledged(Due due) {
        waiting.remove(due.id());
        underWay.remove(due.id());
        blocked.remove(due.id());
        acknowledged.put(due.id(), true);
        unpulled.add(due.id());
    }

    /** It stays first, and what comes after it waits. */
    void failed(Due due, boolean forGood) {
        if (forGood) {
            blocked.add(due.id());
        } else {
            blocked.remove(due.id());
        }
    }

    void tryAgain(Due due) {
        underWay.remove(due.id());
    }

    /** What may leave the document now. */
    Receipt receipt() {
        boolean end = latest.deleted() && waiting.isEmpty();
        return new Receipt(latest.document(), Set.copyOf(unpulled), end ? latest.version() : null);
    }

    void pulled(Receipt receipt) {
        unpulled.removeAll(receipt.ids());
    }

    /** A batch goes as a whole. */
    boolean hasReceipt() {
        return !unpulled.isEmpty() && (!latest.isBatch() || waiting.isEmpty());
    }

    int length() {
        return waiting.size();
    }

    boolean isBlocked(Due due) {
        return blocked.contains(due.id());
    }

    /** True when nothing happened since it was last asked; answers to earlier writes that were late have come in by then. */
    boolean forgettable() {
        boolean idle = waiting.isEmpty() && unpulled.isEmpty();
        boolean forgettable = idle && quiet;
        quiet = idle;
        return forgettable;
    }

    /** Events the broker has, and {@code end} where the document is to go with them. */
    record Receipt(
            PendingEvents.Ref document,
            Set<String> ids,
            @Nullable Version end) {}

    /** Twice what a document may hold; to forget an older one costs a repeat at worst. */
    private static final class Remembered extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > 1_000;
        }
    }
}
