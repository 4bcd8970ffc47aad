package dev.regulars.internal;

import io.vertx.ext.web.client.WebClientOptions;

/** Bounds of a client that calls another service, so that a service that hangs cannot take its callers with it. */
public final class ClientLimits {

    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_WAITING = 512;
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private ClientLimits() {}

    /** Connections and waiting requests are counted per replica. */
    public static WebClientOptions options() {
        return new WebClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
    }
}
