package dev.regulars.identity.directory.bulk;

import static dev.regulars.identity.directory.bulk.BulkUpdateTest.email;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FaultyRowsTest {

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
    void eachFaultIsReportedWithItsRowAndTheRestIsApplied() throws IOException {
        TestMember first = TestMembers.create(community);
        TestMember last = TestMembers.create(community);
        var csv = new ByteArrayOutputStream();
        csv.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        csv.write(("email,xp_op,xp,first_name,colour\r\n"
                        + email(first) + ",add,5,\"O\"\"Hara, Ann\",\r\n"
                        + "no address,add,5,,\r\n"
                        + "a@example.com,add,5,,red\r\n"
                        + "b@example.com,add,five,,\r\n"
                        + "c@example.com,plus,5,,\r\n"
                        + email(first) + ",add,5,,\r\n"
                        + "d@example.com,add,5," + "x".repeat(1 << 20) + ",\r\n"
                        + "e@example.com,add,5,\"" + "x".repeat(1 << 20) + "\",\r\n"
                        + "f@example.com,add,5,=HYPERLINK(\"x\"),\r\n"
                        + "=cmd|' /C calc'!A0,add,5,,\r\n"
                        + "g@example.com,add,5,\"open,\r\n"
                        + "h@example.com,add,5,\"closed\" not,\r\n"
                        + "i@example.com,add,5,,,,\r\n"
                        + ",add,5,,\r\n"
                        + "j@example.com,add,5,a\u202Eb,\r\n")
                .getBytes(UTF_8));
        csv.write("k@example.com,add,5,J\u00fcrgen,\r\n".getBytes(ISO_8859_1));
        csv.write(("\r\n" + email(last) + ",add,5,J\u00fcrgen,").getBytes(UTF_8));

        var queued = bulk.update(csv.toByteArray());

        assertThat(bulk.told(queued))
                .containsExactly(
                        "succeeded",
                        "failed: email must be an e-mail address",
                        "failed: colour is an unknown field",
                        "failed: xp must be a whole number of at most 15 digits",
                        "failed: xp_op must be add, subtract or overwrite",
                        "failed: email is that of row 1",
                        "failed: The row exceeds 64 KiB",
                        "failed: The row exceeds 64 KiB",
                        "failed: first_name must not be a formula",
                        "failed: email must not be a formula",
                        "failed: The row has quotation marks that are not closed, or text behind a closed one",
                        "failed: The row has quotation marks that are not closed, or text behind a closed one",
                        "failed: The row has 7 cells for 5 columns",
                        "failed: email is required",
                        "failed: first_name must have visible characters and no control or hidden ones",
                        "failed: The row is not in UTF-8",
                        "succeeded");
        assertThat(ledger.balance(first.id(), "xp")).isEqualTo(5);
        assertThat(ledger.balance(last.id(), "xp")).isEqualTo(5);
        bulk.caller()
                .get("/application/users/bulk-update/" + BulkCalls.idOf(queued) + "/result")
                .then()
                .body(containsString("\r\n10,'=cmd|' /C calc'!A0,failed,email must not be a formula\r\n"));
    }

    @Test
    void filesThatAreNoTablesAreRefusedWhole() throws IOException {
        refused(zipBomb(), "data must be a CSV file in UTF-8");
        refused(gzip(), "data must be a CSV file in UTF-8");
        refused("email,xp\n".getBytes(java.nio.charset.StandardCharsets.UTF_16), "data must be a CSV file in UTF-8");
        refused(("email," + "x".repeat(1 << 20)).getBytes(UTF_8), "data must have a header of at most 64 KiB");
        refused(
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.joining(",", "email,", "\na@example.com\n"))
                        .getBytes(UTF_8),
                "data must have at most 450 columns");
        refused("email,xp\n".getBytes(UTF_8), "data must have a row behind the header");
        refused("xp,coins\n1,2\n".getBytes(UTF_8), "data must have a column email, username, user_id");
        refused("email,xp,xp\na@example.com,1,2\n".getBytes(UTF_8), "data must name each column once: xp");
        refused(new byte[0], "data is required");
        refused("\n".getBytes(UTF_8), "data must be a table with a header");
        bulk.caller()
                .contentType("multipart/form-data")
                .multiPart("other", "x")
                .post("/integration/users/bulk-update")
                .then()
                .statusCode(400)
                .body("message", equalTo("data is required"));
    }

    private void refused(byte[] csv, String why) {
        bulk.update(csv).then().statusCode(400).body("message", equalTo(why));
    }

    @Test
    void semicolonsAndTabsOfSpreadsheetsAreUnderstood() {
        TestMember ana = TestMembers.create(community);
        assertThat(bulk.told(bulk.update("Email;XP\n" + email(ana) + ";12\n"))).containsExactly("succeeded");
        assertThat(bulk.told(bulk.update("xp\temail\n13\t" + email(ana) + "\n")))
                .containsExactly("succeeded");
        assertThat(ledger.balance(ana.id(), "xp")).isEqualTo(13);
    }

    @Test
    void furtherIdentifiersMustBeThoseOfTheSameMember() {
        TestMember ana = TestMembers.create(community);
        String row = email(ana) + "," + ana.userId() + "," + ana.name() + ",1\n";
        assertThat(bulk.told(bulk.update(
                        "email,user_id,username,xp\n" + row + email(TestMembers.create(community)) + ",1,,1\n")))
                .isEqualTo(List.of("succeeded", "failed: user_id is not that of the member with this email"));
    }

    private static byte[] zipBomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("members.csv"));
            zip.write(new byte[10 << 20]);
        }
        return out.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write("email,xp\na@example.com,1\n".getBytes(UTF_8));
        }
        return out.toByteArray();
    }
}
