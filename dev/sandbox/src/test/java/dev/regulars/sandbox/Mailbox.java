package dev.regulars.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came to somebody by mail. */
record Mailbox(SandboxProcess sandbox, String to) {

    static final Pattern CODE = Pattern.compile("(?<!\\w)\\d{6}(?!\\w)");
    static final Pattern TOKEN = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /** The first of its kind, once it is there. */
    String first(Pattern what) {
        return nth(what, 1);
    }

    /** @param which of all mails that hold such a thing, counted from the oldest */
    String nth(Pattern what, int which) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> all(what), found -> found.size() >= which)
                .get(which - 1);
    }

    private List<String> all(Pattern what) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (JsonNode mail : Http.get(sandbox.control() + "/mails?to=" + to)) {
            Matcher found = what.matcher(mail.path("text").asText());
            if (found.find()) {
                all.add(found.group());
            }
        }
        return all;
    }
}
