package dev.regulars.identity.directory.filter.field;

import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one community. */
public record FilterFields(List<CustomFilterField> custom) {

    private static final Pattern NAME = Pattern.compile("_id|[A-Za-z][A-Za-z0-9_ -]{0,99}");

    public @Nullable FilterField find(String name) {
        return DefaultFilterField.named(name)
                .or(() -> custom.stream()
                        .filter(field -> field.isCalled(name))
                        .map(FilterField.class::cast)
                        .findFirst())
                .orElse(null);
    }

    private Map<String, FilterField> all() {
        Map<String, FilterField> all = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(DefaultFilterField.values()), custom.stream())
                .forEach(field -> all.put(field.title(), field));
        return all;
    }

    /** Those that exist, by the names that they are asked for with; a name that no field can have is refused. */
    public Map<String, FilterField> chosen(@Nullable List<String> names) {
        if (names == null) {
            return all();
        }
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw Refusal.invalid("fields", "must be names of fields");
        }
        Map<String, FilterField> chosen = new LinkedHashMap<>();
        for (String name : names) {
            FilterField field = find(name);
            if (field != null) {
                chosen.put(name, field);
            }
        }
        return chosen;
    }
}
