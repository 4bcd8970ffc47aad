package dev.regulars.testkit.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentedResponsesTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {"/posts/{id}": {"get": {"responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Post"}}}}}}}},
             "components": {"schemas": {"Post": {"type": "object", "required": ["id", "likes"], "properties": {
                "id": {"type": "string"}, "likes": {"type": "integer"},
                "writtenAt": {"type": "string", "format": "date-time"}}}}}}""";

    private HttpServer service;
    private int status = 200;
    private String type = "application/json";
    private String body = "";

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", call -> {
            boolean asked = call.getRequestURI().getPath().startsWith("/q/");
            byte[] answer = (asked ? DOCUMENT : body).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", type);
            call.sendResponseHeaders(asked ? 200 : status, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void anAnswerAsDocumentedPasses() {
        body = "{\"id\":\"a\",\"likes\":2,\"writtenAt\":\"2026-02-03T04:05:06.700Z\"}";
        assertThatCode(() -> get("/posts/7")).doesNotThrowAnyException();
    }

    @Test
    void aWrongTypeFails() {
        body = "{\"id\":\"a\",\"likes\":\"2\"}";
        assertThatThrownBy(() -> get("/posts/7")).hasMessageContaining("likes: string found, integer expected");
    }

    @Test
    void aWrongFormatFails() {
        body = "{\"id\":\"a\",\"likes\":2,\"writtenAt\":\"yesterday\"}";
        assertThatThrownBy(() -> get("/posts/7")).hasMessageContaining("date-time");
    }

    @Test
    void aMissingMemberFails() {
        body = "{\"id\":\"a\"}";
        assertThatThrownBy(() -> get("/posts/7")).hasMessageContaining("'likes'");
    }

    @Test
    void anUndocumentedStatusFails() {
        status = 418;
        assertThatThrownBy(() -> get("/posts/7")).hasMessageContaining("GET /posts/7 418 is not documented");
    }

    @Test
    void anUndocumentedMediaTypeFails() {
        type = "text/plain";
        body = "a";
        assertThatThrownBy(() -> get("/posts/7")).hasMessageContaining("is not documented as text/plain");
    }

    @Test
    void whatIsNoOperationIsNoConcernOfTheDocument() {
        status = 404;
        assertThatCode(() -> get("/elsewhere")).doesNotThrowAnyException();
    }

    private Response get(String path) {
        var root = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/");
        return RestAssured.given().filter(new DocumentedResponses(root)).get(root.resolve(path));
    }
}
