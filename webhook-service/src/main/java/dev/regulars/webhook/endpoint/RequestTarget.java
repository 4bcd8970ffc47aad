package dev.regulars.webhook.endpoint;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** The parts of an endpoint URL that a request needs. */
record RequestTarget(URI url) {

    String host() {
        return url.getHost();
    }

    /** Pinned to a vetted address; the host name is used for TLS and the Host header only and is not resolved again. */
    RequestOptions at(InetAddress address, Duration connectLimit) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port(), address.getHostAddress()))
                .setHost(host())
                .setPort(port())
                .setSsl(isSecure())
                .setURI(path())
                .setConnectTimeout(connectLimit.toMillis())
                .setFollowRedirects(false);
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    private String path() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
