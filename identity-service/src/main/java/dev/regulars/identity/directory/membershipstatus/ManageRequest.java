package dev.regulars.identity.directory.membershipstatus;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A membership to end or to restore (contract §3.1.4).
 *
 * @param user decimal id, {@code _id}, e-mail address or username, looked up in this order
 */
@Schema(name = "UserOrder", examples = """
        {"action": "delete", "user": "ben"}""")
record ManageRequest(
        @Schema(description = "`delete` ends the membership, `restore` brings it back") @NotNull
        Action action,

        @Schema(description = "Decimal id, `_id`, e-mail address or username")
        @NotBlank
        @Size(max = 254, message = "must be at most 254 characters")
        String user) {

    /** The constants are the names on the wire. */
    @Schema(name = "UserAction")
    enum Action {
        delete("User deleted successfully"),
        restore("User restored successfully");

        private final String message;

        Action(String message) {
            this.message = message;
        }

        boolean ends() {
            return this == delete;
        }

        String message() {
            return message;
        }
    }
}
