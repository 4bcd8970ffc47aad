package dev.regulars.gateway;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs an {@link UpstreamServer} for the tests of one class. */
public final class UpstreamExtension implements BeforeAllCallback, AfterAllCallback {

    private UpstreamServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = new UpstreamServer();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }
}
