package dev.regulars.testkit;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Health, metrics and OpenAPI document of the service that the running {@code @QuarkusTest} started. */
public final class ManagementInterface {

    /** Distance between the two ports of a service that was not started by a test. */
    private static final int OFFSET = 1_000;

    private ManagementInterface() {}

    public static Response get(String path) {
        return RestAssured.get(address().resolve(path));
    }

    public static URI address() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** @param port of the service itself */
    public static URI ofService(int port) {
        return URI.create("http://127.0.0.1:" + (port + OFFSET) + "/");
    }
}
