package dev.regulars.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.Tokens;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WebhookResourceTest {

    static final String PATH = "/application/webhooks";
    static final String URL = "https://nowhere.invalid/hooks";
    static final String AES_KEY = "0123456789abcdef0123456789abcdef";

    KafkaRecords records;
    TestCommunity community;

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @Test
    void secretsAreShownOnCreationOnly() {
        var request = TestCommunity.webhook(URL).put("encryption", new JsonObject().put("mode", "GCM"));

        var created = community.key().body(request.encode()).post(PATH);

        created.then()
                .statusCode(201)
                .body("meta.statusCode", equalTo(201))
                .body("message", equalTo("Create webhook success."))
                .body("data._id", matchesPattern("[0-9a-f]{24}"))
                .body("data.encryption.mode", equalTo("GCM"))
                .body("data.encryption.encoding", equalTo("hex"))
                .body("data.encryption.keyId", matchesPattern("[0-9a-f]{16}"))
                .body("data.verification", equalTo("pending"))
                .body("data.isActive", equalTo(true))
                .body("data.createdAt", matchesPattern(".*\\.\\d{3}Z"))
                .body("data.secret", matchesPattern("whsec_.{44}"))
                .body("data.aesKey", matchesPattern("\\p{ASCII}{32}"));
        community
                .key()
                .get(PATH + "/{id}", created.<String>path("data._id"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Read webhook success."))
                .body("data.name", equalTo("CRM"))
                .body("data.secret", nullValue())
                .body("data.aesKey", nullValue());
        community
                .key()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("message", equalTo("Read webhooks success."))
                .body("data._id", hasItem(created.<String>path("data._id")));
    }

    @Test
    void suppliedKeyIsNotEchoed() {
        var encryption =
                new JsonObject().put("mode", "CBC").put("aesKey", AES_KEY).put("encoding", "base64");

        var created = community.create(
                TestCommunity.webhook(URL).put("encryption", encryption).put("isActive", false));

        assertThat(created.getString("data.aesKey")).isNull();
        assertThat(created.getString("data.encryption.encoding")).isEqualTo("base64");
        assertThat(created.getBoolean("data.isActive")).isFalse();
    }

    @Test
    void deletedWebhookIsNotFound() {
        String id = community.create(TestCommunity.webhook(URL)).getString("data._id");

        community
                .key()
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Delete webhook success."));
        community.key().get(PATH + "/{id}", id).then().statusCode(404);
        community.key().delete(PATH + "/{id}", id).then().statusCode(404).body("message", equalTo("Record Not Found"));
    }

    @Test
    void repeatAnswersTheSameWithMaskedSecrets() {
        String key = UUID.randomUUID().toString();
        String request = TestCommunity.webhook(URL)
                .put("encryption", new JsonObject().put("mode", "GCM"))
                .encode();

        var first = community.key().header("Idempotency-Key", key).body(request).post(PATH);
        var again = community.key().header("Idempotency-Key", key).body(request).post(PATH);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("data._id")).isEqualTo(first.path("data._id"));
        assertThat(first.<String>path("data.secret")).doesNotContain("*");
        assertThat(again.<String>path("data.secret")).matches("whse\\*+.{4}");
        assertThat(again.<String>path("data.aesKey")).contains("*".repeat(24));
        community
                .key()
                .header("Idempotency-Key", key)
                .body(TestCommunity.webhook(URL + "/other").encode())
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void repeatedDeleteAnswersTheSame() {
        String id = community.create(TestCommunity.webhook(URL)).getString("data._id");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            community
                    .key()
                    .header("Idempotency-Key", key)
                    .delete(PATH + "/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("data._id", equalTo(id));
        }
    }

    @Test
    void otherCommunitiesDoNotSeeIt() {
        String id = community.create(TestCommunity.webhook(URL)).getString("data._id");
        var other = new TestCommunity(records);

        other.key().get(PATH + "/{id}", id).then().statusCode(404);
        other.key().delete(PATH + "/{id}", id).then().statusCode(404);
        other.key().get(PATH).then().body("data", equalTo(java.util.List.of()));
    }

    @Test
    void onlyAdminsAndPermittedKeysMayCall() {
        String request = TestCommunity.webhook(URL).encode();
        String account = new ObjectId().toHexString();

        Tokens.key(community.id, "sendMessage")
                .body(request)
                .post(PATH)
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
        Tokens.user(account, community.id, "member").get(PATH).then().statusCode(401);
        Tokens.systemKey(community.id, account).get(PATH).then().statusCode(401);
        Tokens.user(account, community.id, "admin").get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name             | null                        | name is required
            name             | {"$ne":null}                | name must be a string
            name             | ""                          | name is required
            url              | null                        | url is required
            url              | {"$ne":null}                | url must be a string
            url              | "ftp://example.com"         | url must be an absolute http or https URL without user info
            url              | "/hooks"                    | url must be an absolute http or https URL without user info
            url              | "http://a:b@example.com/"   | url must be an absolute http or https URL without user info
            url              | "https://a b/"              | url must be an absolute http or https URL without user info
            url              | "https://0x7f.1/"           | url must be an absolute http or https URL without user info
            url              | "https://2130706433/"       | url must be an absolute http or https URL without user info
            url              | "https://010.0.0.1/"        | url must be an absolute http or https URL without user info
            url              | "https://e.com:70000/"      | url must be an absolute http or https URL without user info
            url              | "https://[fe80::1%25eth0]/" | url must be an absolute http or https URL without user info
            url              | "https://１０.0.0.1/"        | url must be a public address
            url              | "https://[::ffff:10.0.0.1]" | url must be a public address
            url              | "http://10.0.0.1/"          | url must be a public address
            url              | "http://169.254.169.254/"   | url must be a public address
            url              | "http://[fd00:ec2::254]/"   | url must be a public address
            events           | null                        | events is required
            events           | []                          | events is required
            events           | ["new_moon"]                | events must be one of: user_join_server, user_visit_server
            events           | [{"$ne":null}]              | must be a string
            encryption       | {"mode":"XTS"}              | encryption.mode must be one of: none, CBC, GCM, JWE
            encryption       | {}                          | encryption.mode is required
            encryption       | {"mode":1}                  | encryption.mode must be one of: none, CBC, GCM, JWE
            encryption       | {"mode":"GCM","aesKey":"x"} | encryption.aesKey must be 32 ASCII characters
            encryption       | {"mode":"GCM","iv":"00"}    | encryption.iv is an unknown property
            encryption       | {"mode":"none","aesKey":"0123456789abcdef0123456789abcdef"} | encryption.aesKey must be absent
            isActive         | "yes"                       | isActive must be true or false
            channelIds       | ["x"]                       | channelIds
            schedule         | 5                           | schedule must be a list
            """)
    void invalidRequestIsRefusedNamingTheField(String field, String value, String message) {
        var request = TestCommunity.webhook(URL).put(field, new JsonArray("[" + value + "]").getValue(0));

        community
                .key()
                .body(request.encode())
                .post(PATH)
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors[0].message", containsString(message));
    }

    @Test
    void malformedIdIsRefused() {
        community.key().get(PATH + "/{id}", "nope").then().statusCode(400).body("meta.errors[0].field", equalTo("id"));
    }
}
