package dev.regulars.identity.accounts.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.regulars.identity.accounts.account.ProfileWrites.ProfileUpdate;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes to a profile; members that are left out keep their values. */
@Schema(examples = """
        {"displayName": "Ana Okafor", "language": "Arabic", "nickname": "annie", "statusText": "trading", "utcOffset": 2}""")
record ProfileChange(
        @Size(max = 100) @DisplayName @Schema(description = "The name that others see") @Nullable
        String displayName,

        @Size(max = 100) @DisplayName @Nullable String firstName,

        @Size(max = 100) @DisplayName @Nullable String lastName,

        @Schema(description = "The English name of a language") @LanguageName @Nullable
        String language,

        @Size(max = 100) @DisplayText @Nullable String nickname,

        @Schema(description = "A line beside the name") @Size(max = 250) @DisplayText @Nullable
        String statusText,

        @Schema(description = "Hours from UTC")
        @Min(value = -12, message = "must be -12 to 14")
        @Max(value = 14, message = "must be -12 to 14")
        @Nullable
        Integer utcOffset) {

    private static final ProfileChange NOTHING = new ProfileChange(null, null, null, null, null, null, null);

    @JsonIgnore
    boolean isEmpty() {
        return equals(NOTHING);
    }

    ProfileUpdate changes() {
        return new ProfileUpdate(displayName, firstName, lastName, language, nickname, statusText, utcOffset);
    }
}
