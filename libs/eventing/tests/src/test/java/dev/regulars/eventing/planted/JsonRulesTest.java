package dev.regulars.eventing.planted;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.eventing.planted.PlantedViolations.TalkativeResource;
import dev.regulars.eventing.planted.PlantedViolations.TalkativeView;
import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.api.Test;

/** A record that is answered has the members that it declares, and no more. */
class JsonRulesTest {

    @Test
    void getterThatAddsAMemberIsFound() {
        assertThatThrownBy(() -> Architecture.checkJson(TalkativeResource.class, TalkativeView.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TalkativeView.isNamed()")
                .hasMessageContaining("@JsonIgnore");
    }

    @Test
    void recordThatIsNotAnsweredIsLeftAlone() {
        assertThatCode(() -> Architecture.checkJson(TalkativeView.class)).doesNotThrowAnyException();
    }
}
