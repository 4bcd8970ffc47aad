package dev.regulars.systemtest.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One delivery as the control server shows it. */
public record ReceivedDelivery(JsonNode delivery) {

    public static List<ReceivedDelivery> all(SandboxProcess sandbox) throws IOException, InterruptedException {
        JsonNode list = Http.get(sandbox.control() + "/deliveries?event=user_join_server");
        return StreamSupport.stream(list.spliterator(), false)
                .map(ReceivedDelivery::new)
                .toList();
    }

    public String id() {
        return delivery.at("/headers/webhook-id").asText();
    }

    public String receiver() {
        return delivery.path("receiver").asText();
    }

    public String email() {
        return delivery.at("/body/data/user/email").asText();
    }

    public byte[] raw() {
        return delivery.path("raw").asText().getBytes(UTF_8);
    }

    public byte[] plaintext() {
        return delivery.path("text").asText().getBytes(UTF_8);
    }

    public Map<String, String> signedHeaders() {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature", "x-encrypted")) {
            headers.put(name, delivery.path("headers").path(name).asText());
        }
        return headers;
    }
}
