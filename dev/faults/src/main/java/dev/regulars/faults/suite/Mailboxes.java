package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came to people by mail.
 *
 * @param to what came to an address, or to everybody where it is empty; may wait a moment for something
 */
public record Mailboxes(Function<String, JsonNode> to) {

    /** What a mail is sent for. */
    public enum Secret {
        CODE("(?<!\\w)\\d{6}(?!\\w)"),
        TOKEN("\\b[0-9a-f]{64}\\b");

        private final Pattern pattern;

        Secret(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** A mail as somebody got it. */
    public record Mail(String to, String subject, String text) {

        private static Mail of(JsonNode mail) {
            return new Mail(
                    mail.path("to").asText(),
                    mail.path("subject").asText(),
                    mail.path("text").asText());
        }

        /** Empty where there is no such thing in it. */
        public String secret(Secret which) {
            Matcher found = which.pattern.matcher(text);
            return found.find() ? found.group() : "";
        }
    }

    private static final String EVERYBODY = "";

    /** @throws IllegalStateException where none comes for longer than a patient reader would wait */
    public String await(String address, Secret which) {
        var deadline = new Deadline();
        while (!deadline.isPassed()) {
            for (Mail mail : read(address)) {
                String secret = mail.secret(which);
                if (!secret.isEmpty()) {
                    return secret;
                }
            }
            Deadline.pause(Duration.ofMillis(50));
        }
        throw new IllegalStateException("No mail with a %s came to %s in %s".formatted(which, address, deadline));
    }

    public List<Mail> all() {
        return read(EVERYBODY);
    }

    /** How many came again. */
    public long duplicates() {
        List<Mail> all = all();
        return all.size() - all.stream().distinct().count();
    }

    private List<Mail> read(String address) {
        List<Mail> mails = new ArrayList<>();
        to.apply(address).forEach(mail -> mails.add(Mail.of(mail)));
        return mails;
    }
}
