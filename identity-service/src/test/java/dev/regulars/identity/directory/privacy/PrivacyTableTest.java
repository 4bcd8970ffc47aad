package dev.regulars.identity.directory.privacy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.identity.directory.privacy.UserField.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivacyTableTest {

    private static final Map<Rule, String> OTHERS =
            Map.of(Rule.EVERYONE, "yes", Rule.OWNERS_CHOICE, "unless hidden", Rule.ADMINS, "no");

    @Test
    void publishedTableIsTheOneInTheCode() throws IOException {
        String table = Arrays.stream(UserField.values())
                .map(field -> "| `%s` | yes | yes | %s |".formatted(field.wire(), OTHERS.get(field.rule())))
                .collect(joining("\n"));

        assertThat(Files.readString(Path.of("../docs/privacy.md"))).contains(table);
    }
}
