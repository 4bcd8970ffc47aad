package dev.regulars.identity.directory.filter;

import dev.regulars.web.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one community. */
record FilterFields(List<CustomFilterField> custom) {

    private static final Pattern NAME = Pattern.compile("_id|[A-Za-z][A-Za-z0-9_ -]{0,99}");

    @Nullable
    FilterField find(String name) {
        return DefaultFilterField.named(name)
                .or(() -> custom.stream()
                        .filter(field -> field.isCalled(name))
                        .map(FilterField.class::cast)
                        .findFirst())
                .orElse(null);
    }

    List<FilterField> all() {
        List<FilterField> all = new ArrayList<>(Arrays.asList(DefaultFilterField.values()));
        all.addAll(custom);
        return all;
    }

    /** Those that exist; a name that no field can have is refused. */
    List<FilterField> chosen(@Nullable List<String> names) {
        if (names == null) {
            return all();
        }
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw Refusal.invalid("fields", "must be names of fields");
        }
        return names.stream().map(this::find).filter(Objects::nonNull).distinct().toList();
    }
}
