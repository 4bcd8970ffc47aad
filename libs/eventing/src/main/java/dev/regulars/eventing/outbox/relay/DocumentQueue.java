package dev.regulars.eventing.outbox.relay;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One document's events on their way to the broker, one at a time. Bookkeeping only; the relay's thread alone uses it. */
final class DocumentQueue {

    private final Queue<Due> waiting = new ArrayDeque<>();
    private final Set<String> unpulled = new LinkedHashSet<>();
    private final Map<String, Boolean> acknowledged = new Remembered();
    private PendingEvents latest;
    private boolean underWay;
    private boolean blocked;
    private boolean quiet;

    DocumentQueue(PendingEvents document) {
        latest = document;
    }

    /** Takes what is new here. An event known to be with the broker, still (or again) in the document, only needs pulling. */
    void see(PendingEvents document) {
        if (document.version().compareTo(latest.version()) >= 0) {
            latest = document;
        }
        for (Due due : document.events()) {
            String id = due.entry().id();
            Boolean atBroker = acknowledged.putIfAbsent(id, false);
            if (atBroker == null) {
                waiting.add(due);
            } else if (atBroker) {
                unpulled.add(id);
            }
        }
        quiet = false;
    }

    /** The event to send now, or nothing: one is under way or none waits. */
    @Nullable
    Due start() {
        if (underWay || waiting.isEmpty()) {
            return null;
        }
        underWay = true;
        return waiting.peek();
    }

    void acknowledged() {
        String id = waiting.remove().entry().id();
        acknowledged.put(id, true);
        unpulled.add(id);
        underWay = false;
        blocked = false;
    }

    /** It stays first, and what comes after it waits. */
    void failed(boolean forGood) {
        blocked = forGood;
    }

    void tryAgain() {
        underWay = false;
    }

    /** What may leave the document now. */
    Receipt receipt() {
        boolean end = latest.deleted() && waiting.isEmpty();
        return new Receipt(latest.document(), Set.copyOf(unpulled), end ? latest.version() : null);
    }

    void pulled(Receipt receipt) {
        unpulled.removeAll(receipt.ids());
    }

    boolean hasReceipt() {
        return !unpulled.isEmpty();
    }

    int length() {
        return waiting.size();
    }

    boolean blocked() {
        return blocked;
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
