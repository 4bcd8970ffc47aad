package dev.regulars.identity.directory.link;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Somebody with an account, and a community that does not know them. */
final class LinkFixture implements AutoCloseable {

    final String community = Secrets.key().substring(0, 24);
    final CommunityServiceStub communities = new CommunityServiceStub();
    final String name;
    private final LocalMail mail;

    LinkFixture(LocalMail mail) {
        this.mail = mail;
        this.name = TestAccounts.member(mail);
    }

    Response ask(Map<String, Object> otherwise) {
        return caller().body(wish(otherwise)).post("/integration/users");
    }

    Map<String, Object> wish(Map<String, Object> otherwise) {
        Map<String, Object> wish = new HashMap<>(Map.ofEntries(
                Map.entry("firstname", "Anna"),
                Map.entry("lastname", "Berg"),
                Map.entry("username", name),
                Map.entry("displayname", "Anna B."),
                Map.entry("email", name + "@example.com"),
                Map.entry("accessLevel", 4),
                Map.entry("joinServer", true),
                Map.entry("emailPassword", false),
                Map.entry("sendEmail", false)));
        wish.putAll(otherwise);
        return wish;
    }

    Response confirm(String token, boolean accept) {
        return json().body(Map.of("token", token, "accept", accept)).post("/application/auth/account-links/confirm");
    }

    Response info() {
        return caller().body(Map.of("idOrEmail", name + "@example.com")).post("/integration/users/info");
    }

    RequestSpecification caller() {
        return key(community, "createUser", "getUserData", "manageUser");
    }

    /** The token of the newest question, once there are that many; the mail before them verified the address. */
    String token(int questions) {
        return TestAccounts.token(mail, name, questions + 1);
    }

    void assertOneQuestion() {
        await().during(ofSeconds(3))
                .atMost(ofSeconds(5))
                .until(() -> mail.to(name + "@example.com").size() == 2);
    }

    @Override
    public void close() {
        communities.close();
    }
}
