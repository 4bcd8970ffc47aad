package dev.regulars.identity.accounts.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands mails to the mail server. Completes once the server has taken them. */
@ApplicationScoped
class MailSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ReactiveMailer mailer;
    private final Context context;

    MailSender(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.context = vertx.getOrCreateContext();
    }

    /** The mailer throws for some addresses instead of failing: deferred, so that both are failures of the answer. */
    Uni<Void> send(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(this::onOneContext)
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    /** A connection whose reader is on another thread than its socket may miss the server's greeting. */
    private void onOneContext(Runnable sending) {
        context.runOnContext(nothing -> sending.run());
    }
}
