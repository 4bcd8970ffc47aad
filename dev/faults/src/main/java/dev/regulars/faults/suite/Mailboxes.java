package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mails that arrived in the sandbox.
 *
 * @param to mails to an address, or all where it is empty; may wait a moment for the first
 */
public record Mailboxes(Function<String, JsonNode> to) {

    /** The kinds of secret that a mail carries. */
    public enum Secret {
        CODE("(?<!\\w)\\d{6}(?!\\w)"),
        TOKEN("\\b[0-9a-f]{64}\\b");

        private final Pattern pattern;

        Secret(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** One mail. */
    public record Mail(String to, String subject, String text) {

        private static Mail of(JsonNode mail) {
            return new Mail(
                    mail.path("to").asText(),
                    mail.path("subject").asText(),
                    mail.path("text").asText());
        }

        /** Empty where the mail has none. */
        public String secret(Secret which) {
            Matcher found = which.pattern.matcher(text);
            return found.find() ? found.group() : "";
        }
    }

    private static final String EVERYBODY = "";

    /** @throws IllegalStateException where none arrives before the deadline */
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

    /** The number of duplicate mails. */
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
