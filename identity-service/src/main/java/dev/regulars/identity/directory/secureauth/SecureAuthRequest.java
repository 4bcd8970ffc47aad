package dev.regulars.identity.directory.secureauth;

import dev.regulars.web.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whom a partner signs in. Checked by hand: the credential comes first, and it is in headers of its own. */
class SecureAuthRequest {

    private static final String LOGIN = "login";

    @QueryParam("action")
    @Parameter(description = "`login`", required = true, schema = @Schema(defaultValue = LOGIN))
    @Nullable
    String action;

    @QueryParam("userId")
    @Parameter(description = "The username, as Get User Data and Create New User answer it", required = true)
    @Nullable
    String userId;

    @QueryParam("accessLevel")
    @Parameter(description = "0 to 9, kept with the membership; the one of before where it is left out")
    @Nullable
    String accessLevel;

    @QueryParam("email")
    @Parameter(description = "For a first login: the user's e-mail address")
    @Nullable
    String email;

    @QueryParam("firstname")
    @Parameter(description = "For a first login")
    @Nullable
    String firstname;

    @QueryParam("lastname")
    @Parameter(description = "For a first login")
    @Nullable
    String lastname;

    @QueryParam("displayname")
    @Parameter(description = "For a first login: the name that others see")
    @Nullable
    String displayname;

    /** Of the membership; absent where the partner says nothing of it. */
    @Nullable
    Integer level() {
        if (accessLevel == null || accessLevel.isEmpty()) {
            return null;
        }
        if (!accessLevel.matches("[0-9]")) {
            throw Refusal.invalid("accessLevel", "must be 0 to 9");
        }
        return Integer.valueOf(accessLevel);
    }

    /** The username. Refuses a request that says nothing of what it wants. */
    String user() {
        if (!LOGIN.equals(action)) {
            throw Refusal.invalid("action", action == null ? "is required" : "must be login");
        }
        if (userId == null || userId.isBlank()) {
            throw Refusal.invalid("userId", "is required");
        }
        return userId.strip();
    }
}
