package dev.regulars.gateway.portal;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The names of schemas that partners know, where ours differ (contract §5.1). */
final class SchemaNames {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REF = "#/components/schemas/";
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("ApplicationReplyCreateUserFieldResponse", "CreateUserFieldSuccessResponse"),
            entry("ApplicationReplyUserFieldResponse", "GetUserFieldSuccessResponse"),
            entry("ApplicationReplyListUserFieldResponse", "GetUserFieldsSuccessResponse"),
            entry("ApplicationReplyPageListUserFieldHistoryItem", "GetUserFieldHistoriesSuccessResponse"),
            entry("ApplicationReplyUserFieldHistoryItem", "CreateUserFieldHistorySuccessResponse"),
            entry("ApplicationPageMeta", "UserFieldHistoriesMetaWithPagination"),
            entry("ApplicationUser", "GetUserResponse"),
            entry("ApplicationReplyApplicationUser", "GetUserSuccessResponse"),
            entry("ApplicationReplyMeta", "MetaResponse"),
            entry("ApplicationError", "ErrorResponse"),
            entry("ApplicationMeta", "UserFieldHistoriesMetaWithValidation"),
            entry("Fault", "ValidationErrorItem"),
            entry("AnalysisCreateAnalysisRequest", "CreateAnalysisRequest"),
            entry("IntegrationReplyCreatedAnalysis", "CreateAnalysisResponse"),
            entry("AnalysisUpdateAnalysisRequest", "UpdateAnalysisRequest"),
            entry("IntegrationReplyUpdatedAnalysis", "UpdateAnalysisResponse"),
            entry("AnalysisIntegrationReplyAnalysisDetail", "GetAnalysisResponse"),
            entry("AnalysisAppendDrawingsRequest", "AppendDrawingsRequest"),
            entry("IntegrationReplyAppendedDrawings", "AppendDrawingsResponse"),
            entry("AnalysisAnalysisDetail", "AnalysisDetail"),
            entry("IntegrationReplyAnalysisList", "ListAnalysesResponse"),
            entry("AnalysisAnalysisMetadata", "AnalysisMetadata"),
            entry("AnalysisExpiry", "Expiry"),
            entry("AnalysisLevels", "Levels"),
            entry("AnalysisDrawing", "Drawing"));

    private SchemaNames() {}

    /** A name that another schema has already stays with it. */
    static ObjectNode known(ObjectNode document) {
        ObjectNode schemas = document.withObject("/components/schemas");
        String text = document.toString();
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            if (schemas.has(name.getKey()) && !schemas.has(name.getValue())) {
                text = text.replace("\"" + REF + name.getKey() + "\"", "\"" + REF + name.getValue() + "\"");
            }
        }
        ObjectNode renamed = parse(text);
        ObjectNode all = renamed.withObject("/components/schemas");
        NAMES.forEach((ours, known) -> {
            if (all.has(ours) && !all.has(known)) {
                JsonNode schema = all.remove(ours);
                all.set(known, schema);
            }
        });
        return renamed;
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
