package dev.regulars.webhook.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.webhook.Opening;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    static final String KEY = "0123456789abcdef0123456789ABCDEF";
    static final byte[] BODY = "{\"event\":\"user_join_server\",\"name\":\"Zoë\"}".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({"GCM,HEX", "GCM,BASE64", "CBC,HEX", "CBC,BASE64"})
    void whatIsClosedCanBeOpenedByItsKeyAndNeverLooksTheSameTwice(Mode mode, Encoding encoding) {
        var envelope = new Envelope(mode, encoding, KEY);

        String first = new String(envelope.close(BODY), UTF_8);
        String second = new String(envelope.close(BODY), UTF_8);

        assertThat(Opening.open(first, mode.toString(), encoding.toString(), KEY))
                .isEqualTo(BODY);
        assertThat(new JsonObject(first).getString("iv")).isNotEqualTo(new JsonObject(second).getString("iv"));
        assertThat(envelope.headers()).isEqualTo(Map.of("x-encrypted", "true"));
    }

    @Test
    void theMembersAreThoseOfTheContractInTheirLengths() {
        var gcm = new JsonObject(new String(new Envelope(Mode.GCM, Encoding.HEX, KEY).close(BODY), UTF_8));
        var cbc = new JsonObject(new String(new Envelope(Mode.CBC, Encoding.HEX, KEY).close(BODY), UTF_8));

        assertThat(gcm.fieldNames()).containsExactly("iv", "data", "tag");
        assertThat(gcm.getString("iv")).hasSize(24);
        assertThat(gcm.getString("tag")).hasSize(32);
        assertThat(cbc.fieldNames()).containsExactly("iv", "data");
        assertThat(cbc.getString("iv")).hasSize(32);
    }

    @Test
    void aByteThatWasTouchedIsFoundOut() {
        String closed = new String(new Envelope(Mode.GCM, Encoding.HEX, KEY).close(BODY), UTF_8);
        char last = closed.charAt(closed.length() - 3);
        String touched = closed.substring(0, closed.length() - 3) + (last == '0' ? '1' : '0') + "\"}";

        assertThatThrownBy(() -> Opening.open(touched, "GCM", "hex", KEY)).hasMessageContaining("Tag mismatch");
    }

    @Test
    void withoutAModeBytesGoAsTheyAre() {
        var open = new Envelope(Mode.NONE, Encoding.HEX, null);

        assertThat(open.close(BODY)).isEqualTo(BODY);
        assertThat(open.headers()).isEmpty();
    }
}
