package dev.regulars.rewards.order;

/** How far a purchase is. */
public enum OrderState {
    /** Stock, limit and vouchers are being reserved; the ledger knows nothing of it. */
    RESERVING("pending"),
    /** The ledger was asked, or is about to be. */
    DEBITING("pending"),
    /** It failed, and what it holds is being given back. */
    RELEASING("pending"),
    FAILED("failed"),
    CONFIRMED("confirmed");

    private final String shown;

    OrderState(String shown) {
        this.shown = shown;
    }

    /** What buyers need to know of it. */
    public String shown() {
        return shown;
    }

    boolean isOpen() {
        return this == RESERVING || this == DEBITING;
    }
}
