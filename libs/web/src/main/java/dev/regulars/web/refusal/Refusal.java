package dev.regulars.web.refusal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A use case said no. Expected, so it carries no stack trace. */
public final class Refusal extends RuntimeException {

    /** One field that is wrong, and how: {@code message} is a whole sentence that names the field. */
    public record Fault(String field, String message) {}

    /** Knows failures that pass by themselves, such as a database that is away: callers are asked to come again. */
    public interface Passing {

        boolean passes(Throwable failure);
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String said;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Refusal(Kind kind, String said, List<Fault> faults, Map<String, String> headers, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.said = said;
        this.faults = faults;
        this.headers = headers;
    }

    Refusal(Kind kind, String said, @Nullable String field, String detail) {
        this(kind, said, field == null ? List.of() : List.of(new Fault(field, said)), Map.of(), detail);
    }

    Refusal(Kind kind, List<Fault> faults, String detail) {
        this(kind, faults.getFirst().message(), faults, Map.of(), detail);
    }

    public static Refusal of(Kind kind, String detail) {
        return new Refusal(kind, kind.text(), null, detail);
    }

    /** @param said words for callers that are more exact than those of the kind */
    public static Refusal of(Kind kind, String said, String detail) {
        return new Refusal(kind, said, null, detail);
    }

    public static Refusal unreadable(String detail) {
        return new Refusal(Kind.UNREADABLE, Kind.UNREADABLE.text(), "body", detail);
    }

    /** @param faults at least one; the first is what families with a single message say */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, faults, "invalid: " + faults);
    }

    /** @param is completes the sentence that the field begins: {@code is required}, {@code must be an e-mail address} */
    public static Refusal invalid(String field, String is) {
        return invalid(List.of(new Fault(field, field + " " + is)));
    }

    public static Refusal tooLarge(String what, String limit) {
        return new Refusal(Kind.TOO_LARGE, what + " exceeds " + limit, null, "too large");
    }

    /** The same refusal with a header that belongs to it, such as {@code Allow}. */
    public Refusal with(String header, String value) {
        return new Refusal(kind, said, faults, Map.of(header, value), String.valueOf(getMessage()));
    }

    public Kind kind() {
        return kind;
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
