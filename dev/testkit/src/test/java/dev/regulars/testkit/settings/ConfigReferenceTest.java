package dev.regulars.testkit.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the code reads: compared, or written with {@code -Dcopies=write}. */
class ConfigReferenceTest {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("repository", "../..")).toAbsolutePath();
    private static final Path PAGE = REPOSITORY.resolve("docs/configuration.md");
    private static final String HEAD = """
            # Configuration reference

            Every setting of the suite's own, made of the code by `make configuration`. Each is an environment variable of the services
            named; durations are written as `10s`, `5m`, `24h`, `7d`, sizes as `10M`, lists with commas. A setting without a default is optional.
            What must be set, and the settings of Quarkus that matter, are in [operating.md](operating.md).

            """;

    @Test
    void thePageSaysWhatTheCodeReads() throws IOException {
        String page = HEAD + tables(new ConfigMappings(REPOSITORY).all());
        if ("write".equals(System.getProperty("copies"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("run make configuration").isEqualTo(page);
    }

    @Test
    void everySettingHasAMeaning() {
        assertThat(new ConfigMappings(REPOSITORY).all())
                .hasSizeGreaterThan(50)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.property()).isNotEmpty());
    }

    private static String tables(List<Setting> settings) {
        Map<String, List<Setting>> byProperty =
                settings.stream().collect(groupingBy(Setting::property, TreeMap::new, toList()));
        Map<String, List<Setting>> groups = byProperty.values().stream()
                .map(ConfigReferenceTest::together)
                .collect(groupingBy(ConfigReferenceTest::group, TreeMap::new, toList()));
        return groups.entrySet().stream()
                .map(group -> "## " + group.getKey()
                        + "\n\n| variable | type | default | meaning | used by |\n| --- | --- | --- | --- | --- |\n"
                        + group.getValue().stream()
                                .sorted(Comparator.comparing(Setting::property))
                                .map(Setting::row)
                                .collect(joining("\n"))
                        + "\n")
                .collect(joining("\n"));
    }

    /** Several services may read one property; the longest of their explanations is shown. */
    private static Setting together(List<Setting> same) {
        var services = new TreeSet<String>();
        same.forEach(setting -> services.addAll(setting.services()));
        Setting best = same.stream()
                .max(Comparator.comparing(setting -> setting.meaning().length()))
                .orElseThrow();
        return new Setting(best.property(), best.type(), best.initial(), best.meaning(), services);
    }

    private static String group(Setting setting) {
        String[] parts = setting.property().split("\\.");
        return parts[0].equals("regulars") && parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
    }
}
