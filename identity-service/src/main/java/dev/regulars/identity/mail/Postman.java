package dev.regulars.identity.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands letters to the mail server. Done means that the server took them. */
@ApplicationScoped
public class Postman {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveMailer mailer;
    private final Context context;

    Postman(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.context = vertx.getOrCreateContext();
    }

    /** @param code to be put into the letter, or empty */
    public Uni<Void> send(String to, Letter letter, String code) {
        return mailer.send(Mail.withText(to, letter.subject(), letter.text(code)))
                .runSubscriptionOn(this::onOneContext)
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /** A connection whose reader sits on another thread than its socket may miss the server's greeting. */
    private void onOneContext(Runnable sending) {
        context.runOnContext(nothing -> sending.run());
    }
}
