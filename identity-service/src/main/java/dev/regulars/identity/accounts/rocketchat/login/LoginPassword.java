package dev.regulars.identity.accounts.rocketchat.login;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.value.Secret;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A password, as a text or as its digest. */
@JsonDeserialize(using = LoginPassword.Reader.class)
record LoginPassword(Secret digest) {

    /** As an object: the hex SHA-256 of the text. */
    record Digested(@Nullable String digest, @Nullable String algorithm) {

        boolean usesSha256() {
            return digest != null && "sha-256".equals(algorithm);
        }
    }

    static LoginPassword of(Secret text) {
        // one that is too long to be set is right for nobody, and is not hashed
        return new LoginPassword(
                text.value().length() > Passwords.LONGEST_TEXT ? new Secret("") : Passwords.digest(text));
    }

    /** Reads both forms as strictly as any other text and object. */
    static final class Reader extends StdDeserializer<LoginPassword> {

        private static final long serialVersionUID = 1L;
        private static final int LONGEST_DIGEST = 64;

        Reader() {
            super(LoginPassword.class);
        }

        @Override
        public LoginPassword deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return LoginPassword.of(context.readValue(json, Secret.class));
            }
            Digested digested = context.readValue(json, Digested.class);
            if (digested.digest() == null || !digested.usesSha256()) {
                throw MismatchedInputException.from(json, String.class, "no digest by sha-256");
            }
            String digest = digested.digest();
            return new LoginPassword(
                    new Secret(digest.length() > LONGEST_DIGEST ? "" : digest.toLowerCase(Locale.ROOT)));
        }
    }
}
