package dev.regulars.identity.directory.bulk;

import static dev.regulars.testkit.Tokens.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkUpdateTest {

    final String community = Ids.next();
    final BulkCalls bulk = new BulkCalls(community);
    LedgerStub ledger;

    @BeforeEach
    void startLedger() {
        ledger = new LedgerStub();
    }

    @AfterEach
    void stopLedger() {
        ledger.close();
    }

    @Test
    void rowsChangeBalancesFieldsProfileAndTags() {
        TestMember ana = TestMembers.create(community);
        TestMember ben = TestMembers.create(community);
        field("deposit", "numerical");
        field("city", "single-line-text");

        String job = BulkCalls.idOf(bulk.update("""
                email,first_name,nickname,language,tags,xp_op,xp,coins,deposit_op,deposit,city
                %s,Anna,annie,French,vip; beta,add,100,7,add,250.5,"Berlin, Mitte"
                %s,,,,,subtract,0,,,,
                """.formatted(email(ana), email(ben))));
        bulk.awaitStatus(job, "completed");

        bulk.status(job)
                .then()
                .body("data.type", equalTo("bulk-update"))
                .body("data.total", equalTo(2))
                .body("data.processed", equalTo(2))
                .body("data.succeeded", equalTo(2))
                .body("data.failed", equalTo(0));
        assertThat(ledger.balance(ana.id(), "xp")).isEqualTo(100);
        assertThat(ledger.balance(ana.id(), "coins")).isEqualTo(7);
        Map<String, Object> info = info(ana);
        assertThat(info).containsEntry("firstName", "Anna").containsEntry("language", "French");
        assertThat(info.get("tags")).isEqualTo(List.of("vip", "beta"));
        assertThat(info.get("customFields").toString())
                .contains("deposit=250.5")
                .contains("city=Berlin, Mitte");
        assertThat(bulk.told(bulk.update("user_id,deposit_op,deposit\n%s,subtract,50\n".formatted(ana.userId()))))
                .containsExactly("succeeded");
        assertThat(info(ana).get("customFields").toString()).contains("deposit=200.5");
    }

    @Test
    void answersAreThoseOfTheContract() {
        TestMember ana = TestMembers.create(community);
        String job = BulkCalls.idOf(bulk.update("email,xp\n" + email(ana) + ",1\n")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", equalTo("Bulk update user process is queued"))
                .body(
                        "data.message",
                        equalTo("Bulk update user process is queued. You can check in Api Log ( community settings )"))
                .extract()
                .response());
        bulk.awaitStatus(job, "completed");
        bulk.caller()
                .get("/integration/users/bulk-update?page=1&limit=10")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0]._id", equalTo(job))
                .body("data[0].processed", equalTo(1))
                .body("pagination.total", equalTo(1));
        bulk.caller()
                .get("/application/users/bulk-update/" + job + "/result")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(equalTo("row,identifier,status,message\r\n1," + email(ana) + ",succeeded,\r\n"));
        String events = bulk.caller()
                .get("/application/users/bulk-update/" + job + "/progress")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/event-stream"))
                .extract()
                .asString();
        assertThat(events).startsWith("data:{").contains("\"status\":\"completed\"");
    }

    @Test
    void premiumCurrencyGoesThroughTheLedger() {
        TestMember ana = TestMembers.create(community);
        String csv = "email,premium_currency_op,premium_currency\n%s,add,30\nnobody@example.com,add,1\n";
        var queued = BulkCalls.form(bulk.caller(), csv.formatted(email(ana)).getBytes(UTF_8))
                .post("/integration/users/premium-currency/bulk-update");
        assertThat(bulk.told(queued)).containsExactly("succeeded", "failed: No member has this email");
        assertThat(ledger.balance(ana.id(), "premium")).isEqualTo(30);
    }

    @Test
    void refusedBalancesFailTheirRowAndNothingElseOfItIsApplied() {
        TestMember ana = TestMembers.create(community);
        var queued = bulk.update("email,coins_op,coins,first_name\n" + email(ana) + ",subtract,5,Other\n");
        assertThat(bulk.told(queued)).containsExactly("failed: Insufficient balance");
        assertThat(info(ana)).containsEntry("firstName", "Ben");
    }

    @Test
    void dryRunChecksRowsAndAppliesNone() {
        TestMember ana = TestMembers.create(community);
        byte[] csv = ("email,first_name,xp\n" + email(ana) + ",Anna,5\nwrong,A,1\n").getBytes(UTF_8);
        var queued = BulkCalls.form(bulk.caller(), csv).post("/integration/users/bulk-update?dryRun=true");
        assertThat(bulk.told(queued)).containsExactly("succeeded", "failed: email must be an e-mail address");
        bulk.status(BulkCalls.idOf(queued)).then().body("data.dryRun", equalTo(true));
        assertThat(info(ana)).containsEntry("firstName", "Ben");
        assertThat(ledger.causes()).isZero();
        assertThat(bulk.told(bulk.update(csv))).startsWith("succeeded");
    }

    @Test
    void sameFileIsRefusedUnlessItIsToBeRepeated() {
        TestMember ana = TestMembers.create(community);
        byte[] csv = ("email,xp_op,xp\n" + email(ana) + ",add,5\n").getBytes(UTF_8);
        String job = BulkCalls.idOf(bulk.update(csv));
        bulk.update(csv)
                .then()
                .statusCode(409)
                .body(
                        "message",
                        equalTo("The same file was uploaded before, as " + job + "; repeat=true applies it again"));
        bulk.awaitStatus(job, "completed");
        var again = BulkCalls.form(bulk.caller(), csv).post("/integration/users/bulk-update?repeat=true");
        assertThat(bulk.told(again)).containsExactly("succeeded");
        assertThat(ledger.balance(ana.id(), "xp")).isEqualTo(10);
    }

    @Test
    void onlyCallersWithThePermissionAndOfTheCommunitySeeIt() {
        String job = BulkCalls.idOf(bulk.update("email,xp\na@example.com,1\n"));
        var other = new BulkCalls(Ids.next());
        other.status(job).then().statusCode(404);
        other.caller()
                .get("/application/users/bulk-update/" + job + "/progress")
                .then()
                .statusCode(404);
        other.caller()
                .get("/application/users/bulk-update/" + job + "/result")
                .then()
                .statusCode(404);
        BulkCalls.form(key(community, "bulkImportUser"), "email,xp\n".getBytes(UTF_8))
                .post("/integration/users/bulk-update")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
    }

    @Test
    void templateNamesTheColumnsOfTheCommunity() {
        field("deposit", "numerical");
        template("update").body(startsWith("email,first_name,last_name,nickname,language,xp_op,xp,coins_op,coins,"));
        template("update")
                .body(equalTo(template("update").extract().asString()))
                .statusCode(200);
        template("premium").body(equalTo("email,premium_currency_op,premium_currency\r\n"));
        template("import")
                .body(equalTo(
                        "email,username,first_name,last_name,nickname,language,xp,coins,import_id,tags,deposit\r\n"));
        template("other").statusCode(400);
    }

    private io.restassured.response.ValidatableResponse template(String kind) {
        return bulk.caller()
                .get("/application/users/bulk-update/template?kind=" + kind)
                .then();
    }

    private void field(String name, String type) {
        key(community, "userFields")
                .body(Map.of("field", name, "name", name, "type", type))
                .post("/application/communities/" + community + "/user-fields")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> info(TestMember member) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", member.userId()))
                .post("/integration/users/info")
                .then()
                .statusCode(200)
                .extract()
                .path("data");
    }

    static String email(TestMember member) {
        return member.name() + "@example.com";
    }
}
