package dev.regulars.messaging.message.sending;

import static dev.regulars.messaging.MessagingError.MESSAGE_EMPTY;
import static dev.regulars.messaging.MessagingError.MESSAGE_TOO_LONG;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says: a text, images, or both. */
public record MessageContent(String text, List<String> images) {

    private static final int LONGEST = 10_000;

    /** Refuses what is empty or too long; characters are counted, not the units that they are made of. */
    public static MessageContent of(@Nullable String text, @Nullable List<String> images) {
        String written = text == null ? "" : text;
        List<String> shown = images == null ? List.of() : List.copyOf(images);
        if (written.isBlank() && shown.isEmpty()) {
            throw MESSAGE_EMPTY.because("no text, no image");
        }
        if (written.codePointCount(0, written.length()) > LONGEST) {
            throw MESSAGE_TOO_LONG.because(written.length() + " characters");
        }
        return new MessageContent(written, shown);
    }
}
