package dev.regulars.web.refusal;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A use case said no. Expected, so it carries no stack trace. */
public final class Refusal extends RuntimeException {

    /** One field that is wrong, and how: {@code message} is a whole sentence that names the field. */
    public record Fault(
            @Schema(description = "Path of the field in the request")
            String field,

            @Schema(description = "A sentence that begins with the field")
            String message) {}

    /** Knows failures that pass by themselves, such as a database that is away: callers are asked to come again. */
    public interface Passing {

        boolean passes(Throwable failure);
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final String said;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Refusal(
            Kind kind, String code, String said, List<Fault> faults, Map<String, String> headers, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.said = said;
        this.faults = faults;
        this.headers = headers;
    }

    private Refusal(Kind kind, String said, List<Fault> faults, String detail) {
        this(kind, kind.code(), said, faults, Map.of(), detail);
    }

    Refusal(ErrorCode.Definition no, String code, String detail) {
        this(no.kind(), code, no.message(), faults(no), Map.of(), detail);
    }

    private static List<Fault> faults(ErrorCode.Definition no) {
        return no.field() == null ? List.of() : List.of(new Fault(no.field(), no.message()));
    }

    public static Refusal of(Kind kind, String detail) {
        return of(kind, kind.text(), detail);
    }

    /** @param said words for callers that are more exact than those of the kind */
    public static Refusal of(Kind kind, String said, String detail) {
        return new Refusal(kind, said, List.of(), detail);
    }

    /** The plain 404: {@code notFound("role", id)}. */
    public static Refusal notFound(String noun, String id) {
        return of(Kind.NOT_FOUND, "no " + noun + " " + id);
    }

    /** @param permissions that would do, separated by blanks; empty where no key can hold any */
    public static Refusal notPermitted(String permissions, String detail) {
        Refusal no = of(Kind.NOT_PERMITTED, detail);
        return permissions.isEmpty() ? no : no.with("WWW-Authenticate", insufficient(permissions));
    }

    private static String insufficient(String permissions) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + permissions + "\"";
    }

    public static Refusal unreadable(String detail) {
        List<Fault> body = List.of(new Fault("body", Kind.UNREADABLE.text()));
        return new Refusal(Kind.UNREADABLE, Kind.UNREADABLE.text(), body, detail);
    }

    /** @param faults at least one; families with a single message join them */
    public static Refusal invalid(List<Fault> faults) {
        String all = faults.stream().map(Fault::message).collect(joining("; "));
        return new Refusal(Kind.INVALID, all, faults, "invalid: " + faults);
    }

    /** @param is completes the sentence that the field begins: {@code is required}, {@code must be an e-mail address} */
    public static Refusal invalid(String field, String is) {
        return invalid(List.of(new Fault(field, field + " " + is)));
    }

    public static Refusal tooLarge(String what, String limit) {
        return of(Kind.TOO_LARGE, what + " exceeds " + limit, "too large");
    }

    /** For {@code plug}: refuses where there is nothing. {@code find(tx, id).plug(orRefuse(ALREADY_USED, id))} */
    public static <T> Function<Uni<@Nullable T>, Uni<T>> orRefuse(ErrorCode code, String detail) {
        return found -> found.onItem().ifNull().failWith(() -> code.because(detail));
    }

    /** For {@code plug}: the plain 404 where there is nothing. {@code find(tx, id).plug(orNotFound("role", id))} */
    public static <T> Function<Uni<@Nullable T>, Uni<T>> orNotFound(String noun, String id) {
        return found -> found.onItem().ifNull().failWith(() -> notFound(noun, id));
    }

    /** The same refusal with a header that belongs to it, such as {@code Allow}. */
    public Refusal with(String header, String value) {
        return new Refusal(kind, code, said, faults, Map.of(header, value), String.valueOf(getMessage()));
    }

    public Kind kind() {
        return kind;
    }

    /** For programs: stable, in snake case. */
    public String code() {
        return code;
    }

    /** What the refusal itself has to say; a family may have its own fixed words instead. */
    public String said() {
        return said;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
