package dev.regulars.webhook.endpoint;

/** An endpoint that must not be called; the message says why. */
public final class EndpointRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EndpointRejected(String message) {
        super(message, null, false, false);
    }

    /** @param violation as {@link EndpointPolicy} words it */
    public static EndpointRejected because(String host, String violation) {
        return violation.equals(EndpointPolicy.NOT_PUBLIC)
                ? notPublic(host)
                : new EndpointRejected("The endpoint " + violation);
    }

    /** One text for names that do not resolve and for names that resolve inside: it must not tell which exist. */
    static EndpointRejected notPublic(String host) {
        return new EndpointRejected(host + " does not resolve to a public address");
    }
}
