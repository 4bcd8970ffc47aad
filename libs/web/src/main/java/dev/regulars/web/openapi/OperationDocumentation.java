package dev.regulars.web.openapi;

import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.openapi.schema.Patterns;
import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.openapi.schema.Schemas;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Documents what the code already says: who may call an operation, what it takes, how it answers in the envelope of its
 * family, and what it refuses. What a use case alone can refuse is said by {@link Refuses}.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class OperationDocumentation implements OASFilter {

    private static final String INTERNAL = "/internal/";

    private final IndexView index;
    private final ResourceMethods methods;
    /** Components that alternatives stand for. */
    private final Set<String> replaced = new HashSet<>();

    public OperationDocumentation(IndexView index) {
        this.index = index;
        methods = new ResourceMethods(index);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getAnyOf() != null) {
            replaced.add(Schemas.name(schema));
        }
        return Schemas.readable(Patterns.portable(schema));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Access.schemes(api.getComponents());
        new Document(api.getComponents()).describe(api);
    }

    /** One run over one document. */
    private final class Document {

        private final RecordSchemas answers;
        private final RecordSchemas bodies;
        private final Envelopes envelopes;
        private final Examples examples;
        private final Parameters parameters;
        private final ErrorResponses errors;
        private final EntityTagResponses tags;

        Document(Components components) {
            if (components.getSchemas() == null) {
                components.setSchemas(new TreeMap<>());
            }
            Schemas.anyJson(components);
            answers = new RecordSchemas(index, components, true);
            bodies = new RecordSchemas(index, components, false);
            envelopes = new Envelopes(components, answers);
            examples = new Examples(components);
            parameters = new Parameters(index, components);
            errors = new ErrorResponses(components, answers);
            tags = new EntityTagResponses(index, components);
        }

        void describe(OpenAPI api) {
            api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((verb, operation) -> describe(path, verb, operation)));
            new Webhooks(index, answers).addTo(api);
            answers.doNotRequire(bodies);
            replaced.forEach(answers::drop);
            answers.dropWrappers();
            bodies.dropWrappers();
        }

        private void describe(String path, PathItem.HttpMethod verb, Operation operation) {
            MethodInfo method = methods.of(operation);
            boolean published = !path.startsWith(INTERNAL);
            operation.setOperationId(ResourceMethods.operationId(method));
            Access access = Access.of(method);
            ApiFamily family = ApiFamily.of(path);
            access.describe(operation, family);
            parameters.complete(path, published && verb != PathItem.HttpMethod.GET, operation, method, access);
            bodies.describeBody(operation, method);
            Map<String, APIResponse> all = new TreeMap<>();
            succeed(operation, method, family, all);
            if (verb == PathItem.HttpMethod.GET) {
                tags.document(RecordSchemas.answered(method.returnType()), all);
            }
            errors.refuse(operation, method, family, access).forEach(all::put);
            APIResponses responses = OASFactory.createAPIResponses();
            all.forEach(responses::addAPIResponse);
            operation.setResponses(responses);
        }

        private void succeed(Operation operation, MethodInfo method, ApiFamily family, Map<String, APIResponse> all) {
            Type type = RecordSchemas.answered(method.returnType());
            Success success = envelopes.of(operation, method, type, family);
            String says = ResourceMethods.text(method, Says.class);
            success.response().setDescription(says.isEmpty() ? operation.getSummary() : says);
            all.put(success.status(), success.response());
            success.json().ifPresent(json -> {
                examples.showOther(method, family, json).forEach(all::put);
                examples.show(operation, method, type, family, success.status(), json);
            });
        }
    }
}
