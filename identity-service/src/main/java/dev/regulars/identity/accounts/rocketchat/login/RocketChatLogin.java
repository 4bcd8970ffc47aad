package dev.regulars.identity.accounts.rocketchat.login;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A login: a name in one of its three forms with a password, or a token of an earlier login. Clients send further members, which
 * do not count.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(examples = """
        {"user": "ana@example.com", "password": "@Password123"}""")
record RocketChatLogin(
        @Schema(
                description =
                        "A username; an e-mail address, when it contains `@`; or an object with `username` or `email`",
                implementation = Object.class,
                anyOf = {String.class, LoginName.Named.class})
        @Nullable
        LoginName user,

        @Schema(description = "Instead of `user`") @Size(max = EmailAddress.LONGEST) @Nullable
        String username,

        @Schema(description = "Instead of `user`") @Size(max = EmailAddress.LONGEST) @Nullable
        String email,

        @Schema(
                description = "The text, or `{\"digest\": <hex SHA-256 of the text>, \"algorithm\": \"sha-256\"}`",
                implementation = Object.class,
                anyOf = {String.class, LoginPassword.Digested.class})
        @Nullable
        LoginPassword password,

        @Schema(description = "The token of an earlier login, alone") @Nullable
        Secret resume,

        @Schema(description = "From the mail, where a second factor is enabled; or in the header `x-2fa-code`")
        @Nullable
        Secret code) {

    /** The one name that it has. */
    LoginName name() {
        var names = Stream.of(
                        user,
                        username == null ? null : LoginName.username(username),
                        email == null ? null : LoginName.email(email))
                .filter(Objects::nonNull)
                .toList();
        if (names.size() != 1) {
            throw Refusal.invalid("user", names.isEmpty() ? "is required" : "must be given once");
        }
        if (names.getFirst().text().isBlank() || names.getFirst().text().length() > EmailAddress.LONGEST) {
            throw Refusal.invalid("user", "is required");
        }
        return names.getFirst();
    }

    /** The digest of its password. */
    Secret digest() {
        if (password == null) {
            throw Refusal.invalid("password", "is required");
        }
        return password.digest();
    }
}
