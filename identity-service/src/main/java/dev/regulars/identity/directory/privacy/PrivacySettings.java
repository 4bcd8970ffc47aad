package dev.regulars.identity.directory.privacy;

import static dev.regulars.identity.directory.privacy.Audience.everyone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who sees what of a person, by the person's own choice. */
@Schema(examples = """
        {"firstName": "everyone", "lastName": "admins", "isOnline": "everyone"}""")
public record PrivacySettings(Audience firstName, Audience lastName, Audience isOnline) {

    public static final PrivacySettings OPEN = new PrivacySettings(everyone, everyone, everyone);

    static PrivacySettings of(@Nullable PrivacyDocument stored) {
        return stored == null
                ? OPEN
                : new PrivacySettings(
                        orEveryone(stored.firstName), orEveryone(stored.lastName), orEveryone(stored.isOnline));
    }

    Audience audience(UserField field) {
        return switch (field) {
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case IS_ONLINE -> isOnline;
            default -> everyone;
        };
    }

    private static Audience orEveryone(@Nullable Audience chosen) {
        return chosen == null ? everyone : chosen;
    }
}
