package dev.regulars.gamification.wheel;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.get;

import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The wheel of a community, and one of its members, who spins it. */
record TestWheel(Members members, String ana) {

    static final Map<String, Object> NOTHING = Map.of("label", "Nothing", "weight", 0);

    private static final String PATH = "/application/mini-games/wheel";

    static TestWheel create(IdentityStub identity) {
        var wheel = new TestWheel(new Members(), id());
        identity.add(wheel.community(), wheel.ana, "42", "ana");
        return wheel;
    }

    String community() {
        return members.community;
    }

    void define(List<Map<String, Object>> prizes) {
        byKey().body(Map.of("isEnabled", true, "prizes", prizes))
                .put(PATH + "/settings")
                .then()
                .statusCode(200);
    }

    void give(String member, long spins) {
        members.post(id(), "issuer", member, Map.of("spins", spins)).then().statusCode(200);
    }

    Response spin(String member, String clientSeed) {
        return user(member, community(), "member")
                .body(Map.of("clientSeed", clientSeed))
                .post(PATH + "/spins");
    }

    /** As the member sees it. */
    ValidatableResponse seen() {
        return user(ana, community(), "member").get(PATH + "/me").then().statusCode(200);
    }

    ValidatableResponse settings() {
        return byKey().get(PATH + "/settings").then().statusCode(200);
    }

    ValidatableResponse proof(String log) {
        return get(PATH + "/spins/{log}/proof", log).then().statusCode(200);
    }

    RequestSpecification byKey() {
        return key(community(), "miniGames");
    }
}
