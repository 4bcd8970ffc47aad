package dev.regulars.web.http;

/** Headers that travel between the gateway and the services only; the gateway strips them from outside requests and answers. */
public final class GatewayHeaders {

    /** Set by the gateway: name of the header whose credential was refused at the token exchange. */
    public static final String REFUSED_CREDENTIAL = "X-Regulars-Refused";

    /** Set by a service beside its answer: tag of a caller that this call changed, so that the gateway forgets its cached token. */
    public static final String CALLER_CHANGED = "X-Regulars-Changed";

    /** Set by a service beside its answer: which of its permissions a key needed for this call, as {@code <key id> <permission>}. */
    public static final String USED_PERMISSION = "X-Regulars-Used";

    /** Set by the gateway: the host that the request was sent to, with its port if it named one. */
    public static final String HOST = "X-Regulars-Host";

    private GatewayHeaders() {}
}
