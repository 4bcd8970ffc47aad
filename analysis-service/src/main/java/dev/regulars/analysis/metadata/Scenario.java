package dev.regulars.analysis.metadata;

/** What direction and entry mean together (contract §3.6.1). The constants are the names on the wire. */
public enum Scenario {
    bullish_breakout,
    bullish_bounce,
    bearish_bounce,
    bearish_breakout;

    public static Scenario of(Direction direction, EntryPlacement entry) {
        boolean above = entry == EntryPlacement.ABOVE_CURRENT;
        return switch (direction) {
            case BULLISH -> above ? bullish_breakout : bullish_bounce;
            case BEARISH -> above ? bearish_bounce : bearish_breakout;
        };
    }
}
