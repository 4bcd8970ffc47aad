package dev.regulars.web.family;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/** What the frameworks throw, in our words. Empty where it is our own fault. */
final class FrameworkFailures {

    private static final Set<Class<? extends Annotation>> REQUIRED =
            Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final int NEAR = 5;

    private FrameworkFailures() {}

    static @Nullable Refusal refusal(Throwable failure) {
        return switch (failure) {
            case Refusal no -> no;
            case ConstraintViolationException invalid when hasNoBody(invalid) -> Refusal.unreadable("no body");
            case ConstraintViolationException invalid -> Refusal.invalid(faults(invalid));
            case JacksonException unreadable -> unreadable(unreadable);
            case NotAllowedException method -> Refusal.of(Kind.NO_METHOD, "no such method");
            case WebApplicationException refused
            when refused.getCause() instanceof JacksonException unreadable -> unreadable(unreadable);
            case WebApplicationException refused -> byStatus(refused);
            case MalformedMessageException malformed -> Refusal.unreadable("a malformed form");
            case IOException malformed when isOfAForm(malformed) -> Refusal.unreadable("a malformed form");
            default -> null;
        };
    }

    /** The framework's parser of forms throws the plainest of all exceptions. */
    private static boolean isOfAForm(IOException failure) {
        return Arrays.stream(failure.getStackTrace()).limit(NEAR).anyMatch(frame -> frame.getClassName()
                .startsWith(FORMS));
    }

    private static @Nullable Refusal byStatus(WebApplicationException refused) {
        String detail = String.valueOf(refused.getMessage());
        return switch (refused.getResponse().getStatus()) {
            case 400 -> Refusal.unreadable(detail);
            case 404 -> Refusal.of(Kind.NO_ROUTE, detail);
            case 413 -> Refusal.of(Kind.TOO_LARGE, detail);
            case 415 -> Refusal.of(Kind.UNSUPPORTED_MEDIA, detail);
            default -> null;
        };
    }

    private static Refusal unreadable(JacksonException failure) {
        String field = failure instanceof JsonMappingException at ? MemberName.of(at) : "";
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> Refusal.invalid(field, "is an unknown property");
            case InvalidTypeIdException subtype -> subtype(subtype);
            case MismatchedInputException wrong
            when !field.isEmpty() -> Refusal.invalid(field, "must be " + what(wrong.getTargetType()));
            default -> Refusal.unreadable(failure.getClass().getSimpleName() + where(failure));
        };
    }

    /** Of several forms of one thing the {@code type} says which it is. */
    private static Refusal subtype(InvalidTypeIdException failure) {
        JsonSubTypes known = failure.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        String names = known == null
                ? ""
                : Arrays.stream(known.value()).map(JsonSubTypes.Type::name).collect(joining(", "));
        return Refusal.invalid(MemberName.below(failure, "type"), "must be one of: " + names);
    }

    /** The framework's own words quote the body, and a body may hold a password. */
    private static String where(JacksonException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " at " + location.offsetDescription();
    }

    private static String what(@Nullable Class<?> type) {
        if (type == null) {
            return "well-formed";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of: " + wireNames(type);
        }
        if (type == Instant.class) {
            return "a time such as 2026-03-10T16:15:50.123Z, of the years 1 to 9999";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String wireNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> one instanceof WireName named ? named.wire() : one.toString())
                .collect(joining(", "));
    }

    /** One per field, in the order of their names; that something is missing outweighs what else is wrong with it. */
    private static List<Fault> faults(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .sorted(comparing((ConstraintViolation<?> one) -> MemberName.of(one))
                        .thenComparing(one -> !isMissing(one)))
                .map(one -> new Fault(
                        MemberName.of(one),
                        MemberName.of(one) + " " + (isMissing(one) ? "is required" : one.getMessage())))
                .collect(toMap(Fault::field, fault -> fault, (first, other) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** A body is the one parameter that must not be null; what the query must have must not be blank. */
    private static boolean hasNoBody(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .anyMatch(one -> constraint(one) == NotNull.class && !MemberName.isInBody(one));
    }

    private static boolean isMissing(ConstraintViolation<?> violation) {
        return REQUIRED.contains(constraint(violation));
    }

    private static Class<? extends Annotation> constraint(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation().annotationType();
    }
}
