package dev.regulars.sandbox.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.receiver.EncryptionMode;
import dev.regulars.sandbox.receiver.ReceiverSecrets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code sandbox.json}: everything a script needs to call the sandbox. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Demo(
        String gateway,
        String control,
        Community community,
        Person owner,
        Person member,
        String apiKey,
        String systemKey,
        String userKey,
        String ssoKey,
        String widgetKey,
        String widgetId,
        AccessKey widgetAccessKey,
        Channel channel,
        ForumTopic forumTopic,
        Webhook webhook,
        List<Webhook> webhooks,
        Map<String, IncomingWebhook> incomingWebhooks) {

    public record Community(@JsonProperty("_id") String objectId, long id, String name, String domain) {

        public static Community of(JsonNode server) {
            return new Community(
                    server.path("_id").asText(),
                    server.path("id").asLong(),
                    server.path("name").asText(),
                    server.path("domain").asText(""));
        }

        public Community at(String provenDomain) {
            return new Community(objectId, id, name, provenDomain);
        }
    }

    /** Open; every member may post in it. */
    public record Channel(@JsonProperty("_id") String objectId) {}

    /** Of a forum in which every member may post. */
    public record ForumTopic(@JsonProperty("_id") String objectId) {}

    public record Person(
            @JsonProperty("_id") String objectId, String userId, String username, String email, String password) {

        public static Person of(JsonNode user, String password) {
            return new Person(
                    user.path("_id").asText(),
                    user.path("userId").asText(),
                    user.path("username").asText(),
                    user.path("email").asText(),
                    password);
        }
    }

    /** {@code name} is also the name of the demo receiver. */
    public record Webhook(
            @JsonProperty("_id") String objectId,
            String name,
            String url,
            EncryptionMode mode,
            String aesKey,
            String secret) {

        public ReceiverSecrets secrets() {
            return new ReceiverSecrets(mode, aesKey, secret);
        }
    }

    /** Of a widget, as the partner's server has it. */
    public record AccessKey(String accessId, String accessKey) {}

    /** What a script needs to call an incoming webhook. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IncomingWebhook(
            String path,
            String apiKey,
            Map<String, Object> sample,
            @Nullable String aesKey,
            @Nullable String mode) {}
}
