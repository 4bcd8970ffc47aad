package dev.regulars.eventing.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventType;
import dev.regulars.events.EventTypes;
import dev.regulars.events.Subject;
import org.junit.jupiter.api.Test;

class EventAnnotationsTest {

    sealed interface Good extends DomainEvent {

        @EventType("test.order.placed.v1")
        record Placed(String communityId, @Subject String orderId) implements Good {}

        sealed interface Ended extends Good {

            @EventType("test.order.cancelled.v1")
            record Cancelled(@Subject String orderId) implements Ended {}
        }
    }

    sealed interface Nameless extends DomainEvent {
        record Event(@Subject String id) implements Nameless {}
    }

    sealed interface Aimless extends DomainEvent {
        @EventType("test.order.lost.v1")
        record Event(String id) implements Aimless {}
    }

    sealed interface Masked extends DomainEvent {
        @EventType("test.order.typed.v1")
        record Event(@Subject String id, String type) implements Masked {}
    }

    sealed interface Twins extends DomainEvent {
        @EventType("test.order.twin.v1")
        record One(@Subject String id) implements Twins {}

        @EventType("test.order.twin.v1")
        record Other(@Subject String id) implements Twins {}
    }

    @Test
    void theNamesOfASealedInterfaceAreThoseOfAllItsRecords() {
        assertThat(EventTypes.of(Good.class))
                .containsOnlyKeys("test.order.placed.v1", "test.order.cancelled.v1")
                .containsValues(Good.Placed.class, Good.Ended.Cancelled.class);
    }

    @Test
    void theKeyIsTheSubjectAfterTheCommunityWhereThereIsOne() {
        assertThat(new Good.Placed("c", "o").key()).isEqualTo("c:o");
        assertThat(new Good.Ended.Cancelled("o").key()).isEqualTo("o");
        assertThat(new Good.Placed("c", "o").subject()).isEqualTo("o");
    }

    @Test
    void anEventWithoutItsAnnotationsOrWithTheNameOfAnotherIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(Nameless.class))
                .withMessageContaining("@EventType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(Aimless.class))
                .withMessageContaining("@Subject");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(Twins.class))
                .withMessageContaining("same name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(Masked.class))
                .withMessageContaining("component");
    }
}
