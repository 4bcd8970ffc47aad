package dev.regulars.webhook.subscription;

import dev.regulars.webhook.envelope.Encoding;
import dev.regulars.webhook.envelope.Mode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How a partner wants bodies to be encrypted. */
record NewEncryption(
        @NotNull Mode mode,

        @Pattern(regexp = "[\\x00-\\x7F]{32}", message = "must be 32 ASCII characters") @Nullable
        String aesKey,

        @Nullable Encoding encoding) {

    static final NewEncryption NONE = new NewEncryption(Mode.NONE, null, null);

    Encoding text() {
        return encoding == null ? Encoding.HEX : encoding;
    }

    NewEncryption withoutKey() {
        return new NewEncryption(mode, null, encoding);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return mode + " in " + text();
    }
}
