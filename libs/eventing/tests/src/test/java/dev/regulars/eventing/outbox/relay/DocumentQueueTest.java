package dev.regulars.eventing.outbox.relay;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.OutboxEntry;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import dev.regulars.eventing.outbox.relay.PendingEvents.Ref;
import java.time.Instant;
import java.util.List;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** The bookkeeping by itself: answers that come late, twice or in the wrong order. */
class DocumentQueueTest {

    @Test
    void theNextEventIsSentAfterTheAcknowledgementOfTheOneBefore() {
        var lane = lane(document(1, 2));

        List<Due> first = lane.start();
        assertThat(first).extracting(DocumentQueueTest::n).containsExactly(1L);
        assertThat(lane.start()).isEmpty();
        first.forEach(lane::acknowledged);
        assertThat(lane.start()).extracting(DocumentQueueTest::n).containsExactly(2L);
    }

    @Test
    void anEventUnderWayIsNotTakenAgain() {
        var lane = lane(document(1, 1));
        List<Due> first = lane.start();

        lane.see(document(1, 2)); // a newer write, before the first event was pulled
        first.forEach(lane::acknowledged);

        List<Due> second = lane.start();
        assertThat(second).extracting(DocumentQueueTest::n).containsExactly(2L);
        second.forEach(lane::acknowledged);
        assertThat(lane.start()).isEmpty();
    }

    @Test
    void aLateAnswerToAnEarlierWriteSendsNothingAgainButPullsAgain() {
        var lane = lane(document(1, 1));
        acknowledgeNext(lane);
        lane.pulled(lane.receipt());

        lane.see(document(1, 1));

        assertThat(lane.start()).isEmpty();
        assertThat(lane.receipt().ids()).containsExactly("e1");
    }

    @Test
    void aDocumentEndsWithItsLastEventOnly() {
        var lane = lane(document("posts", 1, 2, true));

        acknowledgeNext(lane);
        assertThat(lane.receipt().end()).isNull();
        acknowledgeNext(lane);
        assertThat(lane.receipt().end()).isEqualTo(new Version(0, 2));
    }

    @Test
    void theEventsOfABatchAreSentAtOnceAndOneThatFailsIsSentAgain() {
        var lane = lane(document(PendingEvents.BATCHES, 1, 3, true));

        List<Due> all = lane.start();
        assertThat(all).extracting(DocumentQueueTest::n).containsExactly(1L, 2L, 3L);
        assertThat(lane.start()).isEmpty();
        lane.acknowledged(all.get(0));
        lane.failed(all.get(1), true);
        lane.acknowledged(all.get(2));
        assertThat(lane.hasReceipt()).isFalse();
        assertThat(lane.isBlocked(all.get(1))).isTrue();

        lane.tryAgain(all.get(1));
        assertThat(lane.start()).containsExactly(all.get(1));
        lane.acknowledged(all.get(1));
        assertThat(lane.hasReceipt()).isTrue();
        assertThat(lane.receipt().ids()).containsExactlyInAnyOrder("e1", "e2", "e3");
        assertThat(lane.receipt().end()).isEqualTo(new Version(0, 3));
    }

    @Test
    void aLaneIsForgottenWhenNothingHappenedBetweenTwoQuestions() {
        var lane = lane(document(1, 1));
        assertThat(lane.forgettable()).isFalse();
        acknowledgeNext(lane);
        lane.pulled(lane.receipt());

        assertThat(lane.forgettable()).isFalse();
        assertThat(lane.forgettable()).isTrue();
    }

    private static void acknowledgeNext(DocumentQueue lane) {
        lane.start().forEach(lane::acknowledged);
    }

    private static DocumentQueue lane(PendingEvents document) {
        var lane = new DocumentQueue(document);
        lane.see(document);
        return lane;
    }

    private static PendingEvents document(int oldest, int newest) {
        return document("posts", oldest, newest, false);
    }

    private static PendingEvents document(String collection, int oldest, int newest, boolean deleted) {
        var events = rangeClosed(oldest, newest)
                .mapToObj(n -> new Due(
                        new Version(0, n),
                        new OutboxEntry("e" + n, "t", "k", "s", Instant.EPOCH, "{}", null, null, null)))
                .toList();
        return new PendingEvents(new Ref(collection, new BsonString("p")), new Version(0, newest), deleted, events);
    }

    private static long n(Due due) {
        return due.version().n();
    }
}
