package dev.regulars.identity.directory.bulk;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.bulk.BulkUpdateTest.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crashes, races and turns. Kills of real processes are in dev/faults. */
@QuarkusTest
class BulkRecoveryTest {

    @Inject
    StoredDocuments stored;

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
    void rowsWhoseAnswersGotLostAreAppliedOnce() {
        TestMember ana = TestMembers.create(community);
        ledger.setLosesAnswers(true);
        String job = BulkCalls.idOf(bulk.update("email,xp_op,xp,first_name\n" + email(ana) + ",add,5,Anna\n"));
        await().atMost(Duration.ofSeconds(10)).until(() -> ledger.balance(ana.id(), "xp") == 5);
        bulk.status(job).then().body("data.status", equalTo("processing")).body("data.processed", equalTo(0));
        ledger.setLosesAnswers(false);
        bulk.awaitStatus(job, "completed");
        assertThat(ledger.balance(ana.id(), "xp")).isEqualTo(5);
        assertThat(stored.count("bulkRows", eq("identifier", email(ana)))).isEqualTo(1);
    }

    @Test
    void partsThatACrashLeftAreResumedAndNoRowIsAppliedTwice() {
        List<TestMember> members = IntStream.range(0, 6)
                .mapToObj(i -> TestMembers.create(community))
                .toList();
        String rows =
                members.stream().map(member -> email(member) + ",add,5,add,7\n").collect(Collectors.joining());
        field("score");
        String job = BulkCalls.idOf(bulk.update("email,xp_op,xp,score_op,score\n" + rows));
        bulk.awaitStatus(job, "completed");
        crash(job);
        bulk.awaitStatus(job, "completed");
        bulk.status(job).then().body("data.succeeded", equalTo(6));
        assertThat(members).allSatisfy(member -> {
            assertThat(ledger.balance(member.id(), "xp")).isEqualTo(5);
            assertThat(stored.count("histories", eq("accountId", member.id()))).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void rowsThatCannotBeWrittenNowDoNotStopTheOthers() {
        TestMember ana = TestMembers.create(community);
        TestMember ben = TestMembers.create(community);
        TestMember cem = TestMembers.create(community);
        setWaitingEvents(ben, 500);
        String job = BulkCalls.idOf(bulk.update("email,xp_op,xp,tags\n%s,add,5,vip\n%s,add,5,vip\n%s,add,5,vip\n"
                .formatted(email(ana), email(ben), email(cem))));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stored.count("bulkRows", in("identifier", email(ana), email(cem))) == 2);
        assertThat(stored.count("bulkRows", eq("identifier", email(ben)))).isZero();
        setWaitingEvents(ben, 0);
        bulk.awaitStatus(job, "completed");
        bulk.status(job).then().body("data.succeeded", equalTo(3));
        assertThat(ledger.balance(ben.id(), "xp")).isEqualTo(5);
    }

    /** With 500 of them a document takes no more; those of tomorrow are not sent. */
    private void setWaitingEvents(TestMember member, int count) {
        var tomorrow = new Document("at", Date.from(Instant.now().plus(Duration.ofDays(1))));
        var unused = stored.collection("members")
                .updateOne(
                        eq("_id", community + ":" + member.id()), set("outbox", Collections.nCopies(count, tomorrow)))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    /** As if the replica had been killed behind the last row and before the end of the part. */
    private void crash(String job) {
        var unusedJob = stored.collection("bulkJobs")
                .updateOne(eq("_id", job), combine(set("open", true), set("status", "processing")))
                .await()
                .atMost(Duration.ofSeconds(5));
        var unusedPart = stored.collection("bulkParts")
                .updateMany(eq("jobId", job), set("done", false))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    @Test
    void jobsOfACommunityKeepTheirOrderAndDoNotHoldOthers() {
        TestMember ana = TestMembers.create(community);
        ledger.setAway(true);
        String first = BulkCalls.idOf(bulk.update("email,xp\n" + email(ana) + ",1\n"));
        String second = BulkCalls.idOf(bulk.update("email,first_name\n" + email(ana) + ",Second\n"));
        String other = Ids.next();
        TestMember ben = TestMembers.create(other);
        var othersJob = new BulkCalls(other).update("email,first_name\n" + email(ben) + ",Other\n");
        assertThat(new BulkCalls(other).told(othersJob)).containsExactly("succeeded");
        bulk.status(second).then().body("data.status", equalTo("queued"));
        ledger.setAway(false);
        bulk.awaitStatus(second, "completed");
        bulk.status(first).then().body("data.status", equalTo("completed"));
    }

    @Test
    void cancelledJobsApplyNothingMore() {
        TestMember ana = TestMembers.create(community);
        ledger.setAway(true);
        String first = BulkCalls.idOf(bulk.update("email,xp\n" + email(ana) + ",1\n"));
        String second = BulkCalls.idOf(bulk.update("email,first_name\n" + email(ana) + ",Second\n"));
        cancel(second).then().statusCode(200).body("data.status", equalTo("cancelled"));
        ledger.setAway(false);
        bulk.awaitStatus(first, "completed");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stored.count("bulkJobs", in("_id", List.of(second))) == 1
                        && stored.count(
                                        "bulkJobs",
                                        com.mongodb.client.model.Filters.and(eq("_id", second), eq("open", false)))
                                == 1);
        bulk.status(second).then().body("data.processed", equalTo(0)).body("data.total", equalTo(1));
        cancel(second).then().statusCode(409);
        cancel(first).then().statusCode(409).body("meta.errors[0].message", equalTo("The bulk job is over"));
    }

    private io.restassured.response.Response cancel(String job) {
        return bulk.caller().post("/application/users/bulk-update/" + job + "/cancel");
    }

    @Test
    void oneOfManyIdenticalUploadsBecomesAJob() {
        String csv = "email,xp\na@example.com,1\n";
        List<Integer> statuses = Concurrently.call(6, caller -> bulk.update(csv).statusCode());
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(stored.count("bulkJobs", eq("communityId", community))).isEqualTo(1);
        assertThat(stored.count("bulkParts", eq("communityId", community))).isEqualTo(1);
    }

    @Test
    void onlySoManyJobsMayBeOpen() {
        ledger.setAway(true);
        TestMember ana = TestMembers.create(community);
        for (int i = 0; i < 20; i++) {
            bulk.update("email,xp\n" + email(ana) + "," + i + "\n").then().statusCode(200);
        }
        bulk.update("email,xp\n" + email(ana) + ",99\n")
                .then()
                .statusCode(409)
                .body("message", equalTo("limit reached: bulk jobs 20"));
    }

    private void field(String name) {
        dev.regulars.testkit.Tokens.key(community, "userFields")
                .body(java.util.Map.of("field", name, "name", name, "type", "numerical"))
                .post("/application/communities/" + community + "/user-fields")
                .then()
                .statusCode(201);
    }
}
