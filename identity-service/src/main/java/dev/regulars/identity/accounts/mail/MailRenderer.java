package dev.regulars.identity.accounts.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Renders mails as plain text and as HTML in the writing direction of their language. */
@ApplicationScoped
class MailRenderer {

    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Template text;
    private final Template html;

    MailRenderer(@Location("mail.txt") Template text, @Location("mail.html") Template html) {
        this.text = text;
        this.html = html;
    }

    /** @param secret code or token in clear, or empty */
    Mail render(String to, PendingMail mail, Language language, String secret) {
        MailTemplate template = mail.template();
        ResourceBundle texts = ResourceBundle.getBundle("mails", language.locale(), EXACTLY);
        Map<String, Object> parts = new HashMap<>(Map.of(
                "language", language.tag(),
                "direction", language.direction(),
                "subject", texts.getString(template + ".subject"),
                "username", mail.username() == null ? "" : about(texts, language.locale(), mail.username()),
                "code", secret));
        for (String part : new String[] {"before", "label", "after"}) {
            String key = template + "." + part;
            parts.put(part, texts.containsKey(key) ? texts.getString(key) : "");
        }
        return Mail.withText(to, String.valueOf(parts.get("subject")), text.render(parts))
                .setHtml(html.render(parts));
    }

    private static String about(ResourceBundle texts, Locale locale, String username) {
        return new MessageFormat(texts.getString("username"), locale).format(new Object[] {username});
    }
}
