package dev.regulars.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One delivery as the control server shows it. */
record ReceivedDelivery(JsonNode delivery) {

    static List<ReceivedDelivery> all(SandboxProcess sandbox) throws IOException, InterruptedException {
        JsonNode list = Http.get(sandbox.control() + "/deliveries?event=user_join_server");
        return StreamSupport.stream(list.spliterator(), false)
                .map(ReceivedDelivery::new)
                .toList();
    }

    String id() {
        return delivery.at("/headers/webhook-id").asText();
    }

    String receiver() {
        return delivery.path("receiver").asText();
    }

    String email() {
        return delivery.at("/body/data/user/email").asText();
    }

    byte[] raw() {
        return delivery.path("raw").asText().getBytes(UTF_8);
    }

    byte[] plaintext() {
        return delivery.path("text").asText().getBytes(UTF_8);
    }

    Map<String, String> signedHeaders() {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature", "x-encrypted")) {
            headers.put(name, delivery.path("headers").path(name).asText());
        }
        return headers;
    }
}
