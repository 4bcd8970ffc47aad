package dev.regulars.identity.directory.creation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of 2026 of a request to create a user, as they were sent. */
public record CreationExtras(
        List<NewFieldValue> customFields,
        @Nullable String externalId,
        @Nullable String referral) {

    boolean isEmpty() {
        return customFields.isEmpty() && externalId == null && referral == null;
    }
}
