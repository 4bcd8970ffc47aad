package dev.regulars.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.family.ErrorResponse;
import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What is refused: one component for each family and status, with all that it can say; operations refer to it. */
final class ErrorResponses {

    private static final String PROBLEM = "application/problem+json";
    private static final String NO_FIELD = "<field>";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Components components;
    private final RecordSchemas schemas;

    ErrorResponses(Components components, RecordSchemas schemas) {
        this.components = components;
        this.schemas = schemas;
    }

    Map<String, APIResponse> refuse(Operation operation, MethodInfo method, ApiFamily family, Access access) {
        Map<Integer, List<String>> reasons = new TreeMap<>();
        kinds(operation, access).forEach(kind -> {
            int status = status(family, kind);
            reasons.computeIfAbsent(status, one -> new ArrayList<>(List.of(sentence(status))));
        });
        for (AnnotationInstance said : ResourceMethods.all(method, Refuses.class, Refuses.All.class)) {
            int status = status(family, Kind.valueOf(said.value("kind").asEnum()));
            reasons.computeIfAbsent(status, one -> new ArrayList<>())
                    .add(said.value("when").asString());
        }
        Map<String, APIResponse> all = new TreeMap<>();
        reasons.forEach((status, why) -> all.put(String.valueOf(status), reference(family, status, why)));
        return all;
    }

    /** What follows from the signature, the body and the access. */
    private static Stream<Kind> kinds(Operation operation, Access access) {
        Stream.Builder<Kind> all = Stream.builder();
        boolean parameters = operation.getParameters() != null;
        if (operation.getRequestBody() != null) {
            all.add(Kind.UNREADABLE).add(Kind.TOO_LARGE).add(Kind.UNSUPPORTED_MEDIA);
        }
        if (operation.getRequestBody() != null || parameters) {
            all.add(Kind.INVALID);
        }
        if (Parameters.takesText(operation)) {
            all.add(Kind.TARGET_TOO_LONG);
        }
        if (Parameters.takesKey(operation)) {
            all.add(Kind.MISUSED_KEY);
        }
        access.refusals().forEach(all::add);
        if (access.inCommunity() || Parameters.namesSomething(operation)) {
            all.add(Kind.NOT_FOUND);
        }
        return all.add(Kind.TOO_MANY).add(Kind.UNAVAILABLE).build();
    }

    private APIResponse reference(ApiFamily family, int status, List<String> why) {
        String name = name(family) + phrase(status).replaceAll("[ -]", "");
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, component(family, status));
        }
        APIResponse reference = OASFactory.createAPIResponse().ref("#/components/responses/" + name);
        return why.equals(List.of(sentence(status))) ? reference : reference.description(String.join(". ", why));
    }

    private APIResponse component(ApiFamily family, int status) {
        APIResponse response = OASFactory.createAPIResponse().description(sentence(status));
        Content content = OASFactory.createContent();
        response.setContent(content);
        Set<Object> shown = new HashSet<>();
        List<Refusal> all = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.NO_ROUTE && status(family, kind) == status)
                .map(ErrorResponses::refusal)
                .toList();
        content.addMediaType(Success.JSON, media(ErrorResponse.to(all.getFirst(), family, "")));
        for (Refusal no : all) {
            Object body = MAPPER.convertValue(ErrorResponse.to(no, family, "").body(), Map.class);
            if (shown.add(body)) {
                content.getMediaType(Success.JSON)
                        .addExample(
                                no.kind().name().toLowerCase(Locale.ROOT),
                                OASFactory.createExample().value(body));
            }
        }
        ErrorResponse problem = ErrorResponse.to(all.getFirst(), family, PROBLEM);
        content.addMediaType(PROBLEM, media(problem).example(MAPPER.convertValue(problem.body(), Map.class)));
        new ResponseHeaders(components).of(status).forEach(response::addHeader);
        return response;
    }

    private MediaType media(ErrorResponse answer) {
        Class<?> body = answer.body().getClass();
        Schema schema = OASFactory.createSchema().ref(RecordSchemas.REF + body.getSimpleName());
        schemas.describe(Type.create(DotName.createSimple(body), Type.Kind.CLASS), schema);
        return OASFactory.createMediaType().schema(schema);
    }

    private static Refusal refusal(Kind kind) {
        return switch (kind) {
            case UNREADABLE -> Refusal.unreadable("");
            case INVALID -> Refusal.invalid(NO_FIELD, "is required");
            case TOO_LARGE -> Refusal.tooLarge("body", "1 MiB");
            default -> Refusal.of(kind, "");
        };
    }

    private static int status(ApiFamily family, Kind kind) {
        return ErrorResponse.to(Refusal.of(kind, ""), family, "").status();
    }

    private static String name(ApiFamily family) {
        String name = family.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static String phrase(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The body cannot be read, or a field is missing or invalid";
            case 401 -> "The credential is missing, invalid or expired, or lacks the permission";
            case 403 -> "The credential lacks the permission";
            case 404 -> "It does not exist in this community";
            case 409 -> "It conflicts with what is there";
            case 413 -> "The body is too large";
            case 414 -> "The path with its query exceeds 4 KiB";
            case 415 -> "The body has another media type";
            case 422 -> "The Idempotency-Key was used with another request";
            case 429 -> "Too many requests; Retry-After says how long to wait";
            case 502 -> "A service that it needs is unavailable; Retry-After says how long to wait";
            case 503 -> "Temporarily unavailable; Retry-After says how long to wait";
            default -> phrase(status);
        };
    }
}
