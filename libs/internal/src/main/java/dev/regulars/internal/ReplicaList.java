package dev.regulars.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the replicas of one service are: in turn, but one that failed has a second to recover. */
public final class ReplicaList {

    private static final long REST = Duration.ofSeconds(1).toNanos();

    private final List<URI> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Long> resting = new ConcurrentHashMap<>();

    public ReplicaList(List<URI> replicas) {
        if (replicas.isEmpty()) {
            throw new IllegalArgumentException("A service needs at least one address");
        }
        this.replicas = List.copyOf(replicas);
    }

    /** The next in turn that is not resting; the next in turn where all are. */
    public URI next() {
        int start = turn.getAndIncrement();
        for (int i = 0; i < replicas.size(); i++) {
            URI replica = replicas.get(Math.floorMod(start + i, replicas.size()));
            if (!isResting(replica)) {
                return replica;
            }
        }
        return replicas.get(Math.floorMod(start, replicas.size()));
    }

    public void refused(URI replica) {
        resting.put(replica, System.nanoTime());
    }

    public int size() {
        return replicas.size();
    }

    private boolean isResting(URI replica) {
        Long since = resting.get(replica);
        return since != null && System.nanoTime() - since < REST;
    }
}
