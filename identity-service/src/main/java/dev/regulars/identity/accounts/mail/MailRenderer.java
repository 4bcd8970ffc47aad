package dev.regulars.identity.accounts.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Puts letters into words: as plain text and, beside it, as HTML that runs in the direction of its language. */
@ApplicationScoped
class MailRenderer {

    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Template text;
    private final Template html;

    MailRenderer(@Location("letter.txt") Template text, @Location("letter.html") Template html) {
        this.text = text;
        this.html = html;
    }

    /** @param code to be put into the letter, or empty */
    Mail write(String to, MailTemplate letter, Language language, String code) {
        ResourceBundle words = ResourceBundle.getBundle("mails", language.locale(), EXACTLY);
        Map<String, Object> parts = new HashMap<>(Map.of(
                "language", language.tag(),
                "direction", language.direction(),
                "subject", words.getString(letter + ".subject"),
                "code", code));
        for (String part : new String[] {"before", "label", "after"}) {
            String key = letter + "." + part;
            parts.put(part, words.containsKey(key) ? words.getString(key) : "");
        }
        return Mail.withText(to, String.valueOf(parts.get("subject")), text.render(parts))
                .setHtml(html.render(parts));
    }
}
