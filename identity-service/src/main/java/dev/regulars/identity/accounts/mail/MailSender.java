package dev.regulars.identity.accounts.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands letters to the mail server. Done means that the server took them. */
@ApplicationScoped
public class MailSender {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MailRenderer writer;
    private final ReactiveMailer mailer;
    private final Context context;

    MailSender(MailRenderer writer, ReactiveMailer mailer, Vertx vertx) {
        this.writer = writer;
        this.mailer = mailer;
        this.context = vertx.getOrCreateContext();
    }

    /** @param code to be put into the letter, or empty */
    public Uni<Void> send(String to, MailTemplate letter, Language language, String code) {
        return mailer.send(writer.write(to, letter, language, code))
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
