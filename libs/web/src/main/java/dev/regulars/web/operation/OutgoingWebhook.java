package dev.regulars.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record is the whole body of a call that we make to subscribers; it stands among the {@code webhooks} of the OpenAPI
 * document. It also needs a name: {@code @Schema(name = "…", examples = "…")}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutgoingWebhook {

    /** The name that is subscribed to; the member {@code event} holds it. */
    String event();

    String summary();

    /** When it is sent. */
    String description();
}
