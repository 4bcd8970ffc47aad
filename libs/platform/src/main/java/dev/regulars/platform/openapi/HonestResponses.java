package dev.regulars.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Documents what the code already says: its {@code @ResponseStatus}, which would be shown as 200. */
@OpenApiFilter(stages = RunStage.BUILD)
public class HonestResponses implements OASFilter {

    private final Map<String, String> statusByOperation = new HashMap<>();

    public HonestResponses(IndexView index) {
        for (AnnotationInstance status : index.getAnnotations(ResponseStatus.class)) {
            MethodInfo method = status.target().asMethod();
            statusByOperation.put(
                    method.declaringClass().simpleName() + "_" + method.name(),
                    String.valueOf(status.value().asInt()));
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(this::correct));
    }

    private void correct(Operation operation) {
        String status = statusByOperation.get(operation.getOperationId());
        if (status == null) {
            return;
        }
        APIResponses responses = operation.getResponses();
        APIResponse success = responses.getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(OASFactory::createAPIResponse);
        responses.getAPIResponses().keySet().stream()
                .filter(key -> key.startsWith("2"))
                .toList()
                .forEach(responses::removeAPIResponse);
        responses.addAPIResponse(status, success.description("Done"));
    }
}
