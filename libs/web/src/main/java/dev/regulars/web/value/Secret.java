package dev.regulars.web.value;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text that logs never show: a password, a key, a code. In JSON it is a string; where an answer is kept for repeats it is masked, and
 * the fingerprint of a call holds a keyed hash of it.
 */
@Schema(type = SchemaType.STRING, format = "password")
@JsonDeserialize(converter = Secret.Reader.class) // as strictly as any other string
public record Secret(@JsonValue String value) {

    @Override
    public String toString() {
        return "***";
    }

    /** Behind the reader of strings. */
    static final class Reader extends StdConverter<String, Secret> {
        @Override
        public Secret convert(String value) {
            return new Secret(value);
        }
    }
}
