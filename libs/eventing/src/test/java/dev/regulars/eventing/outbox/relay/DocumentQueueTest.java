package dev.regulars.eventing.outbox.relay;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.OutboxEntry;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import dev.regulars.eventing.outbox.relay.PendingEvents.Ref;
import java.time.Instant;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** The bookkeeping by itself: answers that come late, twice or in the wrong order. */
class DocumentQueueTest {

    @Test
    void theNextEventIsSentAfterTheAcknowledgementOfTheOneBefore() {
        var lane = lane(document(1, 2));

        assertThat(n(lane.start())).isEqualTo(1);
        assertThat(lane.start()).isNull();
        lane.acknowledged();
        assertThat(n(lane.start())).isEqualTo(2);
    }

    @Test
    void anEventUnderWayIsNotTakenAgain() {
        var lane = lane(document(1, 1));
        lane.start();

        lane.see(document(1, 2)); // a newer write, before the first event was pulled
        lane.acknowledged();

        assertThat(n(lane.start())).isEqualTo(2);
        lane.acknowledged();
        assertThat(lane.start()).isNull();
    }

    @Test
    void aLateAnswerToAnEarlierWriteSendsNothingAgainButPullsAgain() {
        var lane = lane(document(1, 1));
        lane.start();
        lane.acknowledged();
        lane.pulled(lane.receipt());

        lane.see(document(1, 1));

        assertThat(lane.start()).isNull();
        assertThat(lane.receipt().ids()).containsExactly("e1");
    }

    @Test
    void aDocumentEndsWithItsLastEventOnly() {
        var lane = lane(new PendingEvents(
                document(1, 2).document(),
                new Version(0, 2),
                true,
                document(1, 2).events()));

        lane.start();
        lane.acknowledged();
        assertThat(lane.receipt().end()).isNull();
        lane.start();
        lane.acknowledged();
        assertThat(lane.receipt().end()).isEqualTo(new Version(0, 2));
    }

    @Test
    void aLaneIsForgottenWhenNothingHappenedBetweenTwoQuestions() {
        var lane = lane(document(1, 1));
        assertThat(lane.forgettable()).isFalse();
        lane.start();
        lane.acknowledged();
        lane.pulled(lane.receipt());

        assertThat(lane.forgettable()).isFalse();
        assertThat(lane.forgettable()).isTrue();
    }

    private static DocumentQueue lane(PendingEvents document) {
        var lane = new DocumentQueue(document);
        lane.see(document);
        return lane;
    }

    private static PendingEvents document(int oldest, int newest) {
        var events = rangeClosed(oldest, newest)
                .mapToObj(n -> new Due(
                        new Version(0, n),
                        new OutboxEntry("e" + n, "t", "k", "s", Instant.EPOCH, "{}", null, null, null)))
                .toList();
        return new PendingEvents(new Ref("posts", new BsonString("p")), new Version(0, newest), false, events);
    }

    private static long n(Due due) {
        return due.version().n();
    }
}
