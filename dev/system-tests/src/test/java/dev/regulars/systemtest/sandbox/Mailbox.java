package dev.regulars.systemtest.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails to one address. */
public record Mailbox(SandboxProcess sandbox, String to) {

    public static final Pattern CODE = Pattern.compile("(?<!\\w)\\d{6}(?!\\w)");
    public static final Pattern TOKEN = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /** The first match; waits for it. */
    public String first(Pattern what) {
        return nth(what, 1);
    }

    /** @param which counts matching mails from the oldest, starting at 1 */
    public String nth(Pattern what, int which) {
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
