package dev.regulars.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas that partners know by several names where we have one, each used where partners expect it (contract §5.1). */
final class SchemaAliases {

    private static final String REF = "#/components/schemas/";
    private static final String SCHEMAS = "/components/schemas/";
    private static final String BODY = "/content/application~1json/schema";
    private static final String FIELD = "/paths/~1v1~1communities~1{communityId}~1user-fields~1{fieldId}";

    private final ObjectNode document;
    private final ObjectNode schemas;

    private SchemaAliases(ObjectNode document) {
        this.document = document;
        this.schemas = document.withObject("/components/schemas");
    }

    static ObjectNode addTo(ObjectNode document) {
        var aliases = new SchemaAliases(document);
        aliases.userFields();
        aliases.histories();
        aliases.errors();
        return document;
    }

    private void userFields() {
        alias("GetUserFieldResponse", "UserFieldResponse");
        alias("GetUserFieldsMetaResponse", "MetaResponse");
        use("GetUserFieldsMetaResponse", SCHEMAS + "GetUserFieldsSuccessResponse/properties/meta");
        copy("DeleteUserFieldSuccessResponse", "GetUserFieldSuccessResponse");
        alias("DeleteUserFieldResponse", "UserFieldResponse");
        use("DeleteUserFieldResponse", SCHEMAS + "DeleteUserFieldSuccessResponse/properties/data");
        use("DeleteUserFieldSuccessResponse", FIELD + "/delete/responses/200" + BODY);
        use("GetUserFieldResponse", SCHEMAS + "GetUserFieldSuccessResponse/properties/data");
        copy("UpdateUserFieldSuccessResponse", "ApplicationReplyObject");
        extract("UpdateUserFieldResponse", "UpdateUserFieldSuccessResponse", "data");
        use("UpdateUserFieldSuccessResponse", FIELD + "/put/responses/200" + BODY);
        dropUnused("ApplicationReplyObject");
    }

    private void histories() {
        alias("CreateUserFieldHistoryResponse", "UserFieldHistoryItem");
        use("CreateUserFieldHistoryResponse", SCHEMAS + "CreateUserFieldHistorySuccessResponse/properties/data");
        extract("GetUserFieldHistoriesResponse", "GetUserFieldHistoriesSuccessResponse", "data");
        alias("UserFieldHistoriesValidationError", "ValidationErrorItem");
        use(
                "UserFieldHistoriesValidationError",
                SCHEMAS + "UserFieldHistoriesMetaWithValidation/properties/errors/items");
    }

    /** Nothing answers the last one; it is published all the same. */
    private void errors() {
        alias("ValidationError", "ErrorResponse");
        use("ValidationError", "/components/responses/ApplicationBadRequest" + BODY);
        alias("NotFoundError", "ErrorResponse");
        use("NotFoundError", "/components/responses/ApplicationNotFound" + BODY);
        alias("InternalServerError", "ErrorResponse");
        alias("NotImplementedError", "ErrorResponse");
    }

    private void alias(String name, String of) {
        schemas.putObject(name).put("$ref", REF + of);
    }

    private void copy(String name, String of) {
        schemas.set(name, schemas.path(of).deepCopy());
    }

    private void use(String name, String at) {
        node(at).put("$ref", REF + name);
    }

    /** What only partners' copies of it were made from. */
    private void dropUnused(String name) {
        if (!document.findValuesAsText("$ref").contains(REF + name)) {
            schemas.remove(name);
        }
    }

    /** Gives the member of a schema a name of its own. */
    private void extract(String name, String from, String member) {
        ObjectNode members = node(SCHEMAS + from + "/properties");
        schemas.set(name, members.path(member));
        members.putObject(member).put("$ref", REF + name);
    }

    private ObjectNode node(String at) {
        JsonNode found = document.at(at);
        if (!(found instanceof ObjectNode node)) {
            throw new IllegalStateException("Nothing is at " + at);
        }
        return node;
    }
}
