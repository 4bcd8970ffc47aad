package dev.regulars.identity.directory.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.regulars.identity.directory.privacy.UserField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user with the fields that were asked for and may be seen (contract §3.8.1): others are left out, while {@code null} is a value.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f15ea4d3e5f60718293d", "id": 43, "avatar": null, "displayName": "Ben", "username": "ben",
         "firstName": "Ben", "lastName": "Silva", "email": "ben@example.com", "isOnline": false,
         "lastLogin": "2026-03-10T16:15:50Z"}""")
record ApplicationUser(
        @Nullable String _id,

        @Schema(description = "The decimal id of the account") @Nullable
        Long id,

        @Schema(description = "URL of the picture", implementation = String.class, nullable = true) @Nullable
        JsonNode avatar,

        @Schema(description = "The name that others see") @Nullable
        String displayName,

        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable Boolean isOnline,

        @Schema(
                description = "To the second; null before the first login",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable
        JsonNode lastLogin,

        @Schema(description = "0 to 9, as given with the membership") @Nullable
        Integer accessLevel) {

    /** @param fields those that are asked for and may be seen */
    static ApplicationUser of(UserFacts user, Set<UserField> fields) {
        return new ApplicationUser(
                where(fields, UserField.OBJECT_ID, user::accountId),
                where(fields, UserField.ID, () -> Long.valueOf(user.userId())),
                where(fields, UserField.AVATAR, () -> text(user.avatar())),
                where(fields, UserField.DISPLAY_NAME, user::displayName),
                where(fields, UserField.USERNAME, user::username),
                where(fields, UserField.FIRST_NAME, user::firstName),
                where(fields, UserField.LAST_NAME, user::lastName),
                where(fields, UserField.EMAIL, user::email),
                where(fields, UserField.IS_ONLINE, user::isOnline),
                where(fields, UserField.LAST_LOGIN, () -> text(toTheSecond(user.lastLogin()))),
                user.accessLevel() == null ? null : where(fields, UserField.ACCESS_LEVEL, user::accessLevel));
    }

    private static <T> @Nullable T where(Set<UserField> fields, UserField field, Supplier<T> value) {
        return fields.contains(field) ? value.get() : null;
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }

    private static @Nullable String toTheSecond(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
