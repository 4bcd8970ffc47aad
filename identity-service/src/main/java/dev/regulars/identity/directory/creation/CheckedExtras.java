package dev.regulars.identity.directory.creation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same once they are known to fit.
 *
 * @param values to store, by the id of the field
 * @param referral the referrer's value of the field that identifies users
 */
public record CheckedExtras(
        Map<String, Object> values, @Nullable String referral) {

    static final CheckedExtras NONE = new CheckedExtras(Map.of(), null);

    public boolean isEmpty() {
        return values.isEmpty() && referral == null;
    }
}
