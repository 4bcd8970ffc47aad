package dev.regulars.webhook.receiver;

/** An endpoint that will not be called, or whose answer will not be read on; the message says why, for people. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unfit(String message) {
        super(message, null, false, false);
    }
}
