package dev.regulars.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.invariant.EventOrder.Version;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private final EventOrder order = new EventOrder();

    @Test
    void duplicatesAreValid() {
        observe("a", 1, 1);
        observe("a", 1, 2);
        observe("a", 1, 1);
        observe("a", 1, 2);
        observe("a", 1, 3);
        assertThat(order.violations()).isEmpty();
    }

    @Test
    void aGapIsAViolation() {
        observe("a", 1, 1);
        observe("a", 1, 3);
        assertThat(order.violations()).singleElement().asString().startsWith("a: 1.3 was first seen after 1.1");
    }

    @Test
    void aLateFirstOccurrenceIsAViolation() {
        observe("a", 1, 1);
        observe("a", 1, 2);
        observe("a", 1, 4);
        observe("a", 1, 3);
        assertThat(order.violations()).hasSize(2).last().asString().startsWith("a: 1.3 was first seen after 1.4");
    }

    @Test
    void theFirstEventMustNotBeMissing() {
        observe("a", 1, 2);
        assertThat(order.violations()).hasSize(1);
    }

    @Test
    void aNewEpochBeginsAtOne() {
        observe("a", 1, 1);
        observe("a", 7, 1);
        assertThat(order.violations()).isEmpty();
        observe("a", 9, 2);
        assertThat(order.violations()).hasSize(1);
    }

    @Test
    void twoEventsOfOneVersionAreAViolation() {
        order.observe("a", new Version(1, 1), "one");
        order.observe("a", new Version(1, 1), "other");
        assertThat(order.violations()).singleElement().asString().contains("one and other");
    }

    @Test
    void documentsDoNotMixUp() {
        observe("a", 1, 1);
        observe("b", 1, 1);
        observe("a", 1, 2);
        assertThat(order.violations()).isEmpty();
    }

    private void observe(String document, long epoch, long n) {
        order.observe(document, new Version(epoch, n), epoch + "." + n);
    }
}
