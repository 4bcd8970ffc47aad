package dev.regulars.webhook.challenge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.webhook.endpoint.Response;
import dev.regulars.webhook.endpoint.Response.Answered;
import dev.regulars.webhook.endpoint.Response.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of a challenge, and the check of its answer (contract 4.5). */
@ApplicationScoped
class ChallengeProtocol {

    private static final String CHALLENGE = "challenge";

    record ChallengeRequest(String type, String challenge) {}

    private final ObjectMapper json;

    ChallengeProtocol(ObjectMapper json) {
        this.json = json;
    }

    byte[] request(String text) {
        try {
            return json.writeValueAsBytes(new ChallengeRequest("webhook.challenge", text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A challenge cannot be written as JSON", e);
        }
    }

    /** The reason in words, or null if the endpoint echoed the challenge. */
    @Nullable
    String failureOf(Response response, String text) {
        return switch (response) {
            case Unanswered no -> no.reason();
            case Answered answer when !answer.isSuccess() -> "The endpoint answered " + answer.status();
            case Answered answer when !echoes(answer, text) -> "The endpoint did not send the challenge back";
            case Answered proven -> null;
        };
    }

    private boolean echoes(Answered answer, String text) {
        try {
            JsonNode body = json.readTree(answer.body().getBytes());
            return body.path(CHALLENGE).isTextual()
                    && body.path(CHALLENGE).textValue().equals(text);
        } catch (IOException e) {
            return false;
        }
    }
}
