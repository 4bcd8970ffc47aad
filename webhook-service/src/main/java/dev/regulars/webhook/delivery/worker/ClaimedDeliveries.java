package dev.regulars.webhook.delivery.worker;

import dev.regulars.webhook.delivery.DeliveryDocument;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The deliveries that a worker has in hand, from being read or stored until their outcome is recorded. They are not read again in between. */
final class ClaimedDeliveries {

    private static final int READ_AT_MOST = 256;
    /** Of all workers together: what was just stored need not be read back as long as it fits. */
    private static final long BODY_BYTES_AT_MOST = 16L << 20;

    private final AtomicLong bodyBytes;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    /** Ids whose outcome was recorded while deliveries were being read: what was read may be older than that. */
    private final Set<String> doneMeanwhile = ConcurrentHashMap.newKeySet();

    private final Queue<DeliveryDocument> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean reading;

    /** @param bodyBytes that all workers hold */
    ClaimedDeliveries(AtomicLong bodyBytes) {
        this.bodyBytes = bodyBytes;
    }

    void beginReading() {
        doneMeanwhile.clear();
        reading = true;
    }

    void endReading() {
        reading = false;
    }

    /** How many may be read. */
    int room() {
        return READ_AT_MOST - ids.size();
    }

    boolean isHalfEmpty() {
        return ids.size() <= READ_AT_MOST / 2;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    boolean hasRoomFor(List<DeliveryDocument> stored) {
        return stored.size() <= room() || bodyBytes.get() < BODY_BYTES_AT_MOST;
    }

    void add(List<DeliveryDocument> deliveries) {
        for (DeliveryDocument delivery : deliveries) {
            if (!doneMeanwhile.contains(delivery.id) && ids.add(delivery.id)) {
                bodyBytes.addAndGet(delivery.body.length);
                waiting.add(delivery);
            }
        }
    }

    boolean isAllBegun() {
        return waiting.isEmpty();
    }

    @Nullable
    DeliveryDocument next() {
        return waiting.poll();
    }

    void done(DeliveryDocument delivery) {
        if (reading) {
            doneMeanwhile.add(delivery.id);
        }
        release(delivery);
    }

    /** Those that were not begun are left to the next worker. */
    void releaseWaiting() {
        for (DeliveryDocument delivery = waiting.poll(); delivery != null; delivery = waiting.poll()) {
            release(delivery);
        }
    }

    private void release(DeliveryDocument delivery) {
        if (ids.remove(delivery.id)) {
            bodyBytes.addAndGet(-delivery.body.length);
        }
    }
}
