package dev.regulars.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagsTest {

    @Test
    void aListContainsItsTagsWeakOnesToo() {
        var tags = EntityTags.valueOf("\"1-2\", W/\"1-3\"");

        assertThat(tags.contain("1-2")).isTrue();
        assertThat(tags.contain("1-3")).isTrue();
        assertThat(tags.contain("1-4")).isFalse();
    }

    @Test
    void aStarContainsAnyTagAndRubbishNone() {
        assertThat(EntityTags.valueOf(" * ").contain("1-2")).isTrue();
        assertThat(EntityTags.valueOf("1-2").contain("1-2")).isFalse();
        assertThat(EntityTags.allow(null, "1-2")).isTrue();
    }
}
