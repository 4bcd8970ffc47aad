package dev.regulars.eventing.planted;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.eventing.operation.Cards;
import dev.regulars.eventing.planted.PlantedViolations.AnnotatedResource;
import dev.regulars.eventing.planted.PlantedViolations.CountingDocument;
import dev.regulars.eventing.planted.PlantedViolations.Inventor;
import dev.regulars.eventing.planted.PlantedViolations.LambdaDocument;
import dev.regulars.eventing.planted.PlantedViolations.RawDocument;
import dev.regulars.eventing.planted.PlantedViolations.TextResource;
import dev.regulars.eventing.planted.PlantedViolations.UnlistedDocument;
import dev.regulars.eventing.planted.PlantedViolations.UseCase;
import dev.regulars.testkit.architecture.Architecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules bite. */
class TenantRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(RawDocument.class, "TenantCollection.all"),
                Arguments.of(LambdaDocument.class, "TenantCollection.all"),
                Arguments.of(CountingDocument.class, "TenantCollection.all"),
                Arguments.of(UnlistedDocument.class, "TenantExceptions"),
                Arguments.of(Inventor.class, "tenants come from the caller"),
                Arguments.of(UseCase.class, "tx.caller()"),
                Arguments.of(TextResource.class, "caller.community()"),
                Arguments.of(AnnotatedResource.class, "caller.community()"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aViolationIsFound(Class<?> planted, String why) {
        assertThatThrownBy(() -> Architecture.checkTenants(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why)
                .hasMessageContaining(planted.getSimpleName());
    }

    @Test
    void whatKeepsToThemIsLeftAlone() {
        assertThatCode(() -> Architecture.checkTenants(Cards.CLASSES)).doesNotThrowAnyException();
    }
}
