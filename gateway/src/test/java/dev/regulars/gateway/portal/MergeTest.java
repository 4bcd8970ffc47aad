package dev.regulars.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.testkit.document.CommittedDocuments;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the services say is compared with the one document in their own tests; here it is written, and whole in itself. */
class MergeTest {

    @BeforeAll
    static void write() {
        if (CommittedDocuments.isWriting()) {
            CommittedDocuments.compare(CommittedDocuments.OPENAPI, new Merge().merged(), "make openapi");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = CommittedDocuments.read(CommittedDocuments.OPENAPI);

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(
                        document.at(ref.substring(1)).isMissingNode())
                .isFalse());
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = CommittedDocuments.read(CommittedDocuments.OPENAPI)
                .path("paths")
                .findValuesAsText("operationId");

        assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+[A-Z]\\w*"));
    }
}
