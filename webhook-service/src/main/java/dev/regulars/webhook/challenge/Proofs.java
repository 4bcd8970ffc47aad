package dev.regulars.webhook.challenge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.webhook.receiver.Response;
import dev.regulars.webhook.receiver.Response.Answered;
import dev.regulars.webhook.receiver.Response.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an endpoint is asked, and whether its answer will do (contract §4.5). */
@ApplicationScoped
class Proofs {

    private static final String CHALLENGE = "challenge";

    record Question(String type, String challenge) {}

    private final ObjectMapper json;

    Proofs(ObjectMapper json) {
        this.json = json;
    }

    byte[] question(String text) {
        try {
            return json.writeValueAsBytes(new Question("webhook.challenge", text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A challenge cannot be written as JSON", e);
        }
    }

    /** In words; nothing if the text came back. */
    @Nullable
    String faultIn(Response response, String text) {
        return switch (response) {
            case Unanswered no -> no.reason();
            case Answered answer when !answer.isYes() -> "The endpoint answered " + answer.status();
            case Answered answer when !sentBack(answer, text) -> "The endpoint did not send the challenge back";
            case Answered proven -> null;
        };
    }

    private boolean sentBack(Answered answer, String text) {
        try {
            JsonNode body = json.readTree(answer.body().getBytes());
            return body.path(CHALLENGE).isTextual()
                    && body.path(CHALLENGE).textValue().equals(text);
        } catch (IOException e) {
            return false;
        }
    }
}
