package dev.regulars.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.family.ErrorResponse;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Documents what the code already says: the status of its yes, who may call, what is refused in the words of the family,
 * which members are there, how an answer looks. What a use case alone may refuse is said by its operation: {@link Refuses}.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class HonestResponses implements OASFilter {

    private static final String IDEMPOTENCY = "Idempotency-Key";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String NOT_BLANK = "\\S";
    private static final int LONGEST_KEY = 255;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final IndexView index;
    private final ResourceMethods methods;

    public HonestResponses(IndexView index) {
        this.index = index;
        methods = new ResourceMethods(index);
    }

    /** A constraint is about the whole text, a schema's pattern about any part of it. */
    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        return pattern == null || pattern.equals(NOT_BLANK) || pattern.startsWith("^")
                ? schema
                : schema.pattern("^(?:" + pattern + ")$");
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Map<String, Schema> components = schemas == null ? Map.of() : schemas;
        var answers = new Members(index, components, true);
        var questions = new Members(index, components, false);
        var examples = new Examples(components);
        Access.schemes(api.getComponents());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    MethodInfo method = methods.of(operation);
                    operation.setOperationId(ResourceMethods.operationId(method));
                    Access.of(method).describe(operation);
                    succeed(operation, method, answers, examples);
                    ask(operation, method, questions);
                    refuse(operation, method, ApiFamily.of(path), answers);
                }));
    }

    private void succeed(Operation operation, MethodInfo method, Members members, Examples examples) {
        AnnotationInstance said = method.annotation(DotName.createSimple(ResponseStatus.class));
        APIResponses responses = operation.getResponses();
        List<String> yes = responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .toList();
        APIResponse answer = responses.getAPIResponse(yes.getFirst());
        yes.forEach(responses::removeAPIResponse);
        String status =
                said == null ? yes.getFirst() : String.valueOf(said.value().asInt());
        responses.addAPIResponse(status, answer.description("Done"));
        Type type = Members.answered(method.returnType());
        MediaType json =
                answer.getContent() == null ? null : answer.getContent().getMediaType(JSON);
        if (json != null) {
            members.describe(type, json.getSchema());
            examples.showOther(method, type, json).forEach(responses::addAPIResponse);
            examples.show(operation, method, type, status, json);
        }
    }

    private static void ask(Operation operation, MethodInfo method, Members members) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> IDEMPOTENCY.equals(parameter.getName()))
                    .forEach(HonestResponses::describe);
        }
        if (operation.getRequestBody() != null) {
            Schema schema =
                    operation.getRequestBody().getContent().getMediaType(JSON).getSchema();
            method.parameterTypes().forEach(type -> members.describe(type, schema));
        }
    }

    private static void describe(Parameter key) {
        key.setDescription("Any text of the caller's. A repeat with the same key and body gets the first answer again, "
                + "and nothing is done twice; secrets are masked in it.");
        key.setSchema(OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(LONGEST_KEY)
                .pattern(NOT_BLANK));
    }

    private void refuse(Operation operation, MethodInfo method, ApiFamily dialect, Members members) {
        Map<String, APIResponse> all = new TreeMap<>(operation.getResponses().getAPIResponses());
        all.keySet().removeIf(status -> !status.startsWith("2"));
        for (AnnotationInstance said : ResourceMethods.all(method, Refuses.class, Refuses.All.class)) {
            Refusal no = Refusal.of(Kind.valueOf(said.value("kind").asEnum()), "");
            String status = String.valueOf(ErrorResponse.to(no, dialect, "").status());
            APIResponse response = all.computeIfAbsent(status, one -> OASFactory.createAPIResponse());
            String when = said.value("when").asString();
            String before = response.getDescription();
            response.setDescription(before == null ? when : before + "; " + when);
            show(response, no, dialect, members);
        }
        for (Refusal no : refusals(operation, Access.of(method))) {
            String status = String.valueOf(ErrorResponse.to(no, dialect, "").status());
            APIResponse response = all.computeIfAbsent(status, one -> OASFactory.createAPIResponse());
            String text = no.kind().text();
            String before = response.getDescription();
            if (before == null || !before.contains(text)) {
                response.setDescription(before == null ? text : before + " or " + text);
            }
            show(response, no, dialect, members);
        }
        var sorted = OASFactory.createAPIResponses();
        all.forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    private static List<Refusal> refusals(Operation operation, Access access) {
        List<Refusal> all = new ArrayList<>();
        boolean parameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (operation.getRequestBody() != null) {
            all.add(Refusal.unreadable(""));
            all.add(Refusal.tooLarge("body", "1 MiB"));
            all.add(Refusal.of(Kind.UNSUPPORTED_MEDIA, ""));
        }
        if (operation.getRequestBody() != null || parameters) {
            all.add(Refusal.invalid("name", "is required"));
        }
        if (parameters && operation.getParameters().stream().anyMatch(one -> IDEMPOTENCY.equals(one.getName()))) {
            all.add(Refusal.of(Kind.MISUSED_KEY, ""));
        }
        boolean named = parameters
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
        access.refusals().map(kind -> Refusal.of(kind, "")).forEach(all::add);
        if (named || access.inCommunity()) {
            all.add(Refusal.of(Kind.NOT_FOUND, ""));
        }
        all.add(Refusal.of(Kind.UNAVAILABLE, ""));
        return all;
    }

    /** Adds a refusal, as the family says it, to the answer of its status. */
    private void show(APIResponse response, Refusal no, ApiFamily dialect, Members members) {
        String name = no.kind().name().toLowerCase(Locale.ROOT);
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent());
        }
        for (String type : List.of(JSON, PROBLEM)) {
            ErrorResponse answer = ErrorResponse.to(no, dialect, type);
            MediaType media = response.getContent().getMediaType(type);
            if (media == null) {
                Schema schema = OASFactory.createSchema()
                        .ref("#/components/schemas/" + answer.body().getClass().getSimpleName());
                media = OASFactory.createMediaType().schema(schema);
                response.getContent().addMediaType(type, media);
                members.describe(Type.create(DotName.createSimple(answer.body().getClass()), Type.Kind.CLASS), schema);
            }
            if (type.equals(JSON)) {
                media.addExample(name, OASFactory.createExample().value(MAPPER.convertValue(answer.body(), Map.class)));
            }
            answer.headers()
                    .forEach((header, value) -> response.addHeader(
                            header,
                            OASFactory.createHeader()
                                    .description("Seconds to wait")
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
        }
    }
}
