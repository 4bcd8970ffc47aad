package dev.regulars.bench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void aBudgetIsMetMissedOrNotCompared() {
        assertThat(Budget.atLeast(2, "", OptionalDouble.of(2)).verdict()).isEqualTo("met");
        assertThat(Budget.atLeast(2, "", OptionalDouble.of(1.99)).verdict()).contains("missed");
        assertThat(Budget.atMost(2, "", OptionalDouble.of(2)).verdict()).isEqualTo("met");
        assertThat(Budget.atMost(2, "", OptionalDouble.of(2.01)).verdict()).contains("missed");
        assertThat(Budget.atMost(2, "", OptionalDouble.empty()).verdict()).isEqualTo("not compared");
    }
}
