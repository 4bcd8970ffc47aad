package dev.regulars.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsAreOfTheirPatternAndNoTwoAreAlike() {
        var ids = Stream.generate(Ids::next).limit(10_000).toList();

        assertThat(ids).allMatch(id -> id.matches("[0-9a-f]{24}")).doesNotHaveDuplicates();
    }

    @Test
    void aSecretIsInNoText() {
        record Holder(Secret pin) {}

        assertThat(new Holder(new Secret("1234")).toString()).doesNotContain("1234");
    }
}
