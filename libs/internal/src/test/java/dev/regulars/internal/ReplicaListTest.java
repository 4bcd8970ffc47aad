package dev.regulars.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaListTest {

    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");

    private final ReplicaList replicas = new ReplicaList(List.of(ONE, TWO));

    @Test
    void replicasAreTakenInTurn() {
        assertThat(List.of(replicas.next(), replicas.next(), replicas.next())).containsExactly(ONE, TWO, ONE);
    }

    @Test
    void oneThatRefusedRestsWhileAnotherStands() {
        replicas.refused(TWO);

        assertThat(List.of(replicas.next(), replicas.next(), replicas.next())).containsOnly(ONE);
    }

    @Test
    void whereAllRefusedOneIsTriedAllTheSame() {
        replicas.refused(ONE);
        replicas.refused(TWO);

        assertThat(replicas.next()).isIn(ONE, TWO);
    }
}
