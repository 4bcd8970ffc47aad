package dev.regulars.webhook.challenge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
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

    /** What is wrong with the answer, in words, or null if the endpoint echoed the challenge. */
    @Nullable
    String errorIn(Response response, String text) {
        return switch (response) {
            case Unanswered no -> no.reason();
            case Answered answer when !answer.isSuccess() -> answer.reason();
            case Answered answer
            when answer.contentEncoding() != null ->
                "The answer has Content-Encoding " + answer.contentEncoding() + ", which was not asked for";
            case Answered answer
            when !answer.isComplete() -> "The answer was cut off: it was too long, too slow or broken";
            case Answered answer -> errorIn(answer, text);
        };
    }

    private @Nullable String errorIn(Answered answer, String text) {
        try {
            JsonNode echoed = json.readTree(answer.body().getBytes()).path(CHALLENGE);
            return echoed.isTextual() && echoed.textValue().equals(text)
                    ? null
                    : "The answer does not contain the challenge";
        } catch (IOException e) {
            return "The answer is not JSON";
        }
    }
}
