package dev.regulars.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationIdTest {

    /** Two operations. */
    static class KeyResource {

        @Operation(summary = "Delete a key")
        public void delete() {}

        @Operation(operationId = "createApiKey", summary = "Create a key")
        public void create() {}
    }

    @ParameterizedTest
    @CsvSource({
        "KeyResource, delete, deleteKey",
        "KeyResource, list, listKeys",
        "CategoryResource, list, listCategories",
        "WebhookResource, rotateSecret, rotateSecret",
        "Keys, delete, deleteKeys",
    })
    void aLoneVerbHasTheNounOfItsResource(String resource, String method, String id) {
        assertThat(OperationId.of(resource, method)).isEqualTo(id);
    }

    @Test
    void theWrittenIdCounts() throws NoSuchMethodException {
        assertThat(OperationId.of(KeyResource.class.getMethod("create"))).isEqualTo("createApiKey");
        assertThat(OperationId.of(KeyResource.class.getMethod("delete"))).isEqualTo("deleteKey");
    }
}
