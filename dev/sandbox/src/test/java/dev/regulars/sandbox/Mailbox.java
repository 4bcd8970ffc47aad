package dev.regulars.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came to somebody by mail. */
record Mailbox(SandboxProcess sandbox, String to) {

    static final Pattern CODE = Pattern.compile("(?<!\\w)\\d{6}(?!\\w)");
    static final Pattern TOKEN = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /** The first of its kind, once it is there. */
    String first(Pattern what) {
        Callable<String> look = () -> {
            for (JsonNode mail : Web.get(sandbox.control() + "/mails?to=" + to)) {
                Matcher found = what.matcher(mail.path("text").asText());
                if (found.find()) {
                    return found.group();
                }
            }
            return "";
        };
        return await().atMost(Duration.ofSeconds(20)).until(look, found -> !found.isEmpty());
    }
}
