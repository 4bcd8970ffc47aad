package dev.regulars.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    enum Error implements ErrorCode {
        CARD_LIMIT;

        @Override
        public Definition definition() {
            return Definition.limit("cards", 3);
        }
    }

    @Test
    void theLimitIsReachedByTheLastThatFits() {
        assertThatCode(() -> Error.CARD_LIMIT.checkRoom(2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Error.CARD_LIMIT.checkRoom(3))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.said()).isEqualTo("limit reached: cards 3"));
    }
}
