package dev.regulars.webhook.endpoint;

/** An endpoint that must not be called; the message says why. */
final class EndpointRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndpointRejected(String message) {
        super(message, null, false, false);
    }
}
