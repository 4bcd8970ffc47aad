package dev.regulars.identity.directory;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;

import dev.regulars.identity.TestAccounts;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Members whom a community creates for itself, as partners do. */
public final class TestMembers {

    private TestMembers() {}

    /** A member as the answer to its creation shows one. */
    public record TestMember(String community, String id, String userId, String name) {

        public RequestSpecification calls() {
            return user(id, community, "member");
        }

        public RequestSpecification callsAlone() {
            return user(id);
        }
    }

    public static TestMember create(String community) {
        return create(community, TestAccounts.name(), 0);
    }

    public static TestMember create(String community, String name, int accessLevel) {
        try (var communities = new CommunityServiceStub()) {
            Response created =
                    key(community, "createUser").body(form(name, accessLevel)).post("/integration/users");
            created.then().statusCode(200);
            return new TestMember(community, created.path("data._id"), created.path("data.userId"), name);
        }
    }

    public static Map<String, Object> form(String name, int accessLevel) {
        return new HashMap<>(Map.of(
                "firstname",
                "Ben",
                "lastname",
                "Silva",
                "username",
                name,
                "displayname",
                "Ben B.",
                "email",
                name + "@example.com",
                "accessLevel",
                accessLevel,
                "joinServer",
                true,
                "emailPassword",
                false,
                "sendEmail",
                false));
    }
}
