package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.gamification.Members;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SpinProofTest {

    private static final JsonMapper JSON = new JsonMapper();

    final Members members = new Members();
    final String ana = id();

    @TempDir
    Path folder;

    /** Runs docs/verify-spin.py, which knows nothing but the proof. */
    @Test
    void aProofVerifiesOfflineUnlessAnyFieldIsChanged() throws Exception {
        JsonNode body = JSON.readTree(proof());
        String commitment = body.at("/data/commitment").asText();

        assertThat(accepts(body, commitment)).isTrue();
        assertThat(accepts(body, commitment.replace('a', 'b').replace('0', '1')))
                .isFalse();
        List<JsonNode> forgeries = forgeries(body.get("data"));
        assertThat(forgeries).hasSizeGreaterThan(15);
        for (JsonNode forgery : forgeries) {
            assertThat(accepts(forgery, forgery.get("commitment").asText()))
                    .as(forgery.toString())
                    .isFalse();
        }
    }

    /** Of a spin that fell back from an exhausted prize. */
    private String proof() {
        key(members.community, "miniGames")
                .body(Map.of(
                        "isEnabled",
                        true,
                        "prizes",
                        List.of(
                                Map.of("label", "Größe ✨ \"1\"", "weight", 5, "stock", 0, "fallback", "Small"),
                                Map.of("label", "Small", "weight", 0, "changes", Map.of("xp", 5, "coins", 10)))))
                .put("/application/mini-games/wheel/settings")
                .then()
                .statusCode(200);
        members.post(id(), "issuer", ana, Map.of("spins", 1L));
        String log = user(ana, members.community, "member")
                .body(Map.of("clientSeed", "my \"lucky\" \\ seed"))
                .post("/application/mini-games/wheel/spins")
                .path("data.logId");
        return RestAssured.get("/application/mini-games/wheel/spins/{log}/proof", log)
                .asString();
    }

    /** One for each value anywhere in the proof, with that value changed; and lists one shorter. */
    private static List<JsonNode> forgeries(JsonNode proof) {
        List<JsonNode> forgeries = new ArrayList<>();
        for (String path : paths(proof, "")) {
            JsonNode forgery = proof.deepCopy();
            int cut = path.lastIndexOf('/');
            JsonNode parent = forgery.at(path.substring(0, cut));
            String last = path.substring(cut + 1);
            JsonNode value = forgery.at(path);
            JsonNode other =
                    value.isTextual() ? JSON.valueToTree(value.asText() + "0") : JSON.valueToTree(value.asLong() + 1);
            if (parent instanceof ObjectNode object) {
                object.set(last, other);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), other);
            }
            forgeries.add(forgery);
        }
        ObjectNode without = proof.deepCopy();
        without.withArray("exhausted").removeAll();
        forgeries.add(without);
        ObjectNode moreWeights = proof.deepCopy();
        moreWeights.withArray("weights").add(proof.at("/weights/0"));
        forgeries.add(moreWeights);
        ObjectNode moreExhausted = proof.deepCopy();
        moreExhausted.withArray("exhausted").add("Small");
        forgeries.add(moreExhausted);
        return forgeries;
    }

    private static List<String> paths(JsonNode node, String at) {
        if (node.isValueNode()) {
            return List.of(at);
        }
        List<String> paths = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> paths.addAll(paths(node.get(name), at + "/" + name)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.addAll(paths(node.get(i), at + "/" + i));
        }
        return paths;
    }

    private boolean accepts(JsonNode proof, String commitment) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("proof.json"), JSON.writeValueAsString(proof));
        Process python = new ProcessBuilder("python3", "../docs/verify-spin.py", file.toString(), commitment)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        return python.waitFor() == 0;
    }
}
