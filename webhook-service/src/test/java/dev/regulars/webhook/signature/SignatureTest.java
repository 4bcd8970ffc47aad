package dev.regulars.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example of the Standard Webhooks libraries. */
    @Test
    void matchesTheStandardWebhooksLibraries() {
        var signature = new Signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void newSecretHas32Bytes() {
        assertThat(Signature.newSecret()).matches("whsec_[0-9A-Za-z+/]{43}=").isNotEqualTo(Signature.newSecret());
    }
}
