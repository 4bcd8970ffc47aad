package dev.regulars.identity.accounts.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.regulars.identity.accounts.account.ProfileWrites.Changes;
import dev.regulars.identity.name.NameRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes to a profile; members that are left out keep their values. */
@Schema(examples = """
        {"displayName": "Ana Okafor", "language": "Arabic", "nickname": "annie", "statusText": "trading", "utcOffset": 2}""")
record ProfileChange(
        @Pattern(regexp = NameRules.SHOWN, message = NameRules.SHOWN_SHAPE) @Nullable
        String displayName,

        @Pattern(regexp = NameRules.SHOWN, message = NameRules.SHOWN_SHAPE) @Nullable
        String firstName,

        @Pattern(regexp = NameRules.SHOWN, message = NameRules.SHOWN_SHAPE) @Nullable
        String lastName,

        @LanguageName @Nullable String language,

        @Size(max = 100, message = "must be at most 100 characters") @Nullable
        String nickname,

        @Size(max = 250, message = "must be at most 250 characters") @Nullable
        String statusText,

        @Min(value = -12, message = "must be -12 to 14") @Max(value = 14, message = "must be -12 to 14") @Nullable
        Integer utcOffset) {

    private static final ProfileChange NOTHING = new ProfileChange(null, null, null, null, null, null, null);

    @JsonIgnore
    boolean isEmpty() {
        return equals(NOTHING);
    }

    Changes changes() {
        return new Changes(displayName, firstName, lastName, language, nickname, statusText, utcOffset);
    }
}
