package dev.regulars.eventing.projection;

import static dev.regulars.eventing.projection.SeatDocument.change;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionWritesTest {

    final CommunityId mine = CommunityId.trusted(Ids.next());
    final CommunityId other = CommunityId.trusted(Ids.next());
    final String seat = Ids.next();

    @Inject
    Outbox outbox;

    @Test
    void aBatchChangesWhatIsThereAndCreatesWhatIsMissing() {
        String another = Ids.next();
        keep(change(mine, seat, "row", "A", 1));

        keep(change(mine, seat, "row", "B", 2), change(other, another, "row", "C", 1));

        assertThat(find(mine, seat).text("row")).isEqualTo("B");
        assertThat(find(other, another).text("row")).isEqualTo("C");
    }

    @Test
    void whatIsOlderOrRepeatedChangesNothing() {
        ProjectionChange newest = change(mine, seat, "row", "B", 2);
        keep(change(mine, seat, "row", "A", 1), newest);

        keep(change(mine, seat, "row", "A", 1), newest, change(mine, seat, "colour", "red", 1));

        assertThat(find(mine, seat).text("row")).isEqualTo("B");
        assertThat(find(mine, seat).text("colour")).isEqualTo("red");
    }

    @Test
    void partsOfNewDocumentsThatComeAtTheSameMomentAreAllKept() {
        List<String> seats = range(0, 50).mapToObj(i -> Ids.next()).toList();

        Concurrently.call(8, consumer -> {
            keep(seats.stream()
                    .map(one -> change(mine, one, "part" + consumer, "x", 1))
                    .toArray(ProjectionChange[]::new));
            return consumer;
        });

        assertThat(seats).allSatisfy(one -> assertThat(find(mine, one).parts).hasSize(8));
    }

    @Test
    void whatIsDeletedOrOfAnotherCommunityIsLeftAlone() {
        keep(change(mine, seat, "row", "A", 1));
        keep(change(other, seat, "row", "B", 2));
        assertThat(find(mine, seat).text("row")).isEqualTo("A");
        SeatDocument.remove(outbox.alone(), mine, seat).await().indefinitely();

        keep(change(mine, seat, "row", "C", 3));

        assertThat(find(mine, seat)).isNull();
    }

    @Test
    void documentsThatAreThereAreNotInsertedAgain() {
        SeatDocument first = SeatDocument.of(mine, seat);
        SeatDocument second = SeatDocument.of(mine, Ids.next());
        SeatDocument.insert(List.of(first)).await().indefinitely();
        keep(change(mine, seat, "row", "A", 1));

        SeatDocument.insert(List.of(first, second)).await().indefinitely();

        assertThat(find(mine, seat).text("row")).isEqualTo("A");
        assertThat(find(mine, second.id)).isNotNull();
    }

    private static void keep(ProjectionChange... changes) {
        SeatDocument.keep(Stream.of(changes).toList()).await().indefinitely();
    }

    private SeatDocument find(CommunityId community, String id) {
        return SeatDocument.find(outbox.alone(), community, id).await().indefinitely();
    }
}
