package dev.regulars.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void aBarIsMetOrMissedOrNotCompared() {
        assertThat(Bar.atLeast(2, "", OptionalDouble.of(2)).verdict()).isEqualTo("met");
        assertThat(Bar.atLeast(2, "", OptionalDouble.of(1.99)).verdict()).contains("missed");
        assertThat(Bar.atMost(2, "", OptionalDouble.of(2)).verdict()).isEqualTo("met");
        assertThat(Bar.atMost(2, "", OptionalDouble.of(2.01)).verdict()).contains("missed");
        assertThat(Bar.atMost(2, "", OptionalDouble.empty()).verdict()).isEqualTo("not compared");
    }
}
