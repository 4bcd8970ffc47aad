package dev.regulars.identity.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands letters to the mail server. Done means that the server took them. */
@ApplicationScoped
public class Postman {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMailer mailer;

    Postman(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /** @param code to be put into the letter, or empty */
    public Uni<Void> send(String to, Letter letter, String code) {
        return mailer.send(Mail.withText(to, letter.subject(), letter.text(code)))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }
}
