package dev.regulars.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImageTest {

    @ParameterizedTest
    @ValueSource(strings = {"debian", "debian:12", "debian@sha256:123", "debian:12@sha1:aa", ""})
    void aReleaseNamesItsBaseByDigest(String named) {
        assertThatThrownBy(() -> BaseImage.of(named)).hasMessageContaining("image@sha256:");
    }

    @Test
    void aDigestOrALocalTarIsTaken() {
        String named = "registry.example.com/java@sha256:" + "0a".repeat(32);
        assertThat(BaseImage.of(named)).isEqualTo(new BaseImage.Registry(named));
        assertThat(BaseImage.of("target/base.tar")).isEqualTo(new BaseImage.Local(Path.of("target/base.tar")));
    }

    @Test
    void passwordsAreHashedWithLowPriority() {
        var image = new ServiceImage(Path.of("."), "identity-service", BaseImage.of("base.tar"), "1");
        assertThat(image.entrypoint()).contains("-XX:ThreadPriorityPolicy=1");
    }
}
