package dev.regulars.platform.problem;

import java.util.List;

/** Refusals that belong to no service: a bad request, a stranger, a door that is not there. */
public final class Refusals {

    private Refusals() {}

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
}
