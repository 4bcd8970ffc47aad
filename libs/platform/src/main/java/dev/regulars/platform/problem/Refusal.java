package dev.regulars.platform.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A use case said no. Expected, so it carries no stack trace. */
public final class Refusal extends RuntimeException {

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
