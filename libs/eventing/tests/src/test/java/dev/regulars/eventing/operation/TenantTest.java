package dev.regulars.eventing.operation;

import static dev.regulars.eventing.operation.OperationTest.plain;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A community is seen by its own, whatever the method of the resource does or forgets. */
@QuarkusTest
class TenantTest {

    private static final String MINE = Ids.next();
    private static final String OTHER = Ids.next();
    private static final String ACCOUNT = Ids.next();
    private static final String GOOD = "{\"title\":\"Ace\",\"pin\":\"1234\"}";
    private static final String BAD = "{\"title\":\"\"}";

    @Inject
    Outbox outbox;

    /** Made in the test: a request keeps the port of the moment it is begun at. */
    static Stream<Supplier<RequestSpecification>> strangers() {
        return Stream.of(
                () -> user(ACCOUNT), // in no community at all
                () -> user(ACCOUNT, MINE, "owner"),
                () -> user(ACCOUNT, MINE, "admin"),
                () -> key(MINE, "store"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsOfAnotherCommunityIsNotFoundAfterTheBodyWasRead(Supplier<RequestSpecification> stranger) {
        int entered = CardResource.ENTERED.get();

        plain(stranger.get())
                .body(GOOD)
                .post("/application/communities/" + OTHER + "/cards")
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
        plain(stranger.get())
                .body(BAD)
                .post("/application/communities/" + OTHER + "/cards")
                .then()
                .statusCode(400);
        plain(stranger.get())
                .body("{")
                .post("/application/communities/" + OTHER + "/cards")
                .then()
                .statusCode(400);
        assertThat(CardResource.ENTERED).hasValue(entered);
    }

    @Test
    void aMethodThatForgetsItsTenantIsNotEnteredByStrangers() {
        int entered = CardResource.ENTERED.get();
        String path = "/application/communities/" + OTHER + "/cards/forgetful";

        plain(user(ACCOUNT)).get(path).then().statusCode(404);
        plain(user(ACCOUNT, MINE, "owner")).get(path).then().statusCode(404);
        assertThat(CardResource.ENTERED).hasValue(entered);
        plain(user(ACCOUNT, OTHER, "member")).get(path).then().statusCode(200);
    }

    @Test
    void aCommunityInTheQueryIsCheckedAlike() {
        plain(user(ACCOUNT, MINE, "member"))
                .get("/application/cards?communityId=" + MINE)
                .then()
                .statusCode(200);
        for (String foreign : List.of(OTHER, MINE + "&communityId=" + OTHER)) {
            plain(user(ACCOUNT, MINE, "member"))
                    .get("/application/cards?communityId=" + foreign)
                    .then()
                    .statusCode(404);
        }
        plain(user(ACCOUNT))
                .get("/application/cards?communityId=" + OTHER)
                .then()
                .statusCode(404);
        plain(user(ACCOUNT))
                .get("/application/cards")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("communityId is required"));
    }

    @Test
    void anIdThatIsNoneIsAFieldBeforeItIsATenant() {
        for (String path : List.of("/application/communities/x/cards/forgetful", "/application/cards?communityId=x")) {
            plain(user(ACCOUNT, MINE, "member"))
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("meta.errors[0].message", equalTo("communityId must be 24 hex digits"));
        }
    }

    @Test
    void theCollectionOfOneCommunityHasNothingOfAnother() {
        CommunityId mine = CommunityId.trusted(Ids.next());
        CommunityId other = CommunityId.trusted(Ids.next());
        var card = CardDocument.of(mine, Ids.next(), "Ace");
        var tx = outbox.alone();
        card.add(tx, mine).await().indefinitely();

        assertThat(CardDocument.find(tx, mine, card.id).await().indefinitely()).isNotNull();
        assertThat(CardDocument.find(tx, other, card.id).await().indefinitely()).isNull();
        assertThat(CardDocument.write(tx, other, card.id, "x").await().indefinitely())
                .isNull();
        assertThat(CardDocument.takeAway(tx, other, card.id).await().indefinitely())
                .isNull();
        assertThat(CardDocument.count(tx, other).await().indefinitely()).isZero();
        assertThatThrownBy(() -> card.add(tx, other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsDeletedIsInNoListAndNoCount() {
        CommunityId mine = CommunityId.trusted(Ids.next());
        var tx = outbox.alone();
        for (String title : List.of("Ace", "King")) {
            CardDocument.of(mine, Ids.next(), title).add(tx, mine).await().indefinitely();
        }
        var all = page(mine);
        CardDocument.remove(tx, mine, all.getFirst().id).await().indefinitely();

        assertThat(page(mine)).extracting(card -> card.title).containsExactly("Ace");
        assertThat(CardDocument.count(tx, mine).await().indefinitely()).isEqualTo(1);
    }

    private List<CardDocument> page(CommunityId community) {
        return CardDocument.page(outbox.alone(), community, dev.regulars.web.page.PageRequest.ofPage(1, 10))
                .await()
                .indefinitely()
                .items();
    }
}
