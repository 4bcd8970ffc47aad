package dev.regulars.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.check.FirstSights.Version;
import org.junit.jupiter.api.Test;

class FirstSightsTest {

    private final FirstSights sights = new FirstSights();

    @Test
    void repeatsAreNoFault() {
        see("a", 1, 1);
        see("a", 1, 2);
        see("a", 1, 1);
        see("a", 1, 2);
        see("a", 1, 3);
        assertThat(sights.faults()).isEmpty();
    }

    @Test
    void aGapIsAFault() {
        see("a", 1, 1);
        see("a", 1, 3);
        assertThat(sights.faults()).singleElement().asString().startsWith("a: 1.3 was first seen after 1.1");
    }

    @Test
    void aLateFirstSightIsAFault() {
        see("a", 1, 1);
        see("a", 1, 2);
        see("a", 1, 4);
        see("a", 1, 3);
        assertThat(sights.faults()).hasSize(2).last().asString().startsWith("a: 1.3 was first seen after 1.4");
    }

    @Test
    void theFirstOfAllMustNotBeMissing() {
        see("a", 1, 2);
        assertThat(sights.faults()).hasSize(1);
    }

    @Test
    void aNewEpochBeginsAtOne() {
        see("a", 1, 1);
        see("a", 7, 1);
        assertThat(sights.faults()).isEmpty();
        see("a", 9, 2);
        assertThat(sights.faults()).hasSize(1);
    }

    @Test
    void twoEventsOfOneVersionAreAFault() {
        sights.see("a", new Version(1, 1), "one");
        sights.see("a", new Version(1, 1), "other");
        assertThat(sights.faults()).singleElement().asString().contains("one and other");
    }

    @Test
    void documentsDoNotMixUp() {
        see("a", 1, 1);
        see("b", 1, 1);
        see("a", 1, 2);
        assertThat(sights.faults()).isEmpty();
    }

    private void see(String document, long epoch, long n) {
        sights.see(document, new Version(epoch, n), epoch + "." + n);
    }
}
