package dev.regulars.identity.accounts.rocketchat.login;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in: a text, which is an e-mail address where it has an {@code @}, or an object that says which of the two it is.
 *
 * @param text as it was sent
 */
@JsonDeserialize(using = LoginName.Reader.class)
record LoginName(String text, boolean isEmail) {

    /** As an object. */
    record Named(@Nullable String username, @Nullable String email) {

        @Nullable
        LoginName name() {
            if (email != null) {
                return username == null ? LoginName.email(email) : null;
            }
            return username == null ? null : LoginName.username(username);
        }
    }

    static LoginName of(String text) {
        return new LoginName(text, text.indexOf('@') >= 0);
    }

    static LoginName username(String username) {
        return new LoginName(username, false);
    }

    static LoginName email(String email) {
        return new LoginName(email, true);
    }

    /** Reads both forms as strictly as any other text and object. */
    static final class Reader extends StdDeserializer<LoginName> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(LoginName.class);
        }

        @Override
        public LoginName deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return LoginName.of(context.readValue(json, String.class));
            }
            LoginName name = context.readValue(json, Named.class).name();
            if (name == null) {
                throw MismatchedInputException.from(json, String.class, "neither a username nor an email");
            }
            return name;
        }
    }
}
