package dev.regulars.testkit.settings;

import java.util.Locale;
import java.util.Set;

/** One property that an operator can set, and the services that read it. */
record Setting(String property, String type, String initial, String meaning, Set<String> services) {

    String variable() {
        return property.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }

    String row() {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        variable(),
                        type,
                        initial.isEmpty() ? "–" : "`" + initial + "`",
                        meaning.replace("|", "\\|"),
                        String.join(", ", services));
    }
}
