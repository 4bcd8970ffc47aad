package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The forms in which analyses leave and, but for pictures, come in. */
enum ExchangeFormat implements WireName {
    /** A picture. */
    SVG("svg"),
    /** Overlays of KLineChart. */
    KLINECHARTS("klinecharts"),
    /** An option of Apache ECharts. */
    ECHARTS("echarts");

    private final String wire;

    ExchangeFormat(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Refuses what is none. */
    static ExchangeFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wire.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "format",
                        "must be one of: "
                                + Arrays.stream(values())
                                        .map(ExchangeFormat::wire)
                                        .collect(Collectors.joining(", "))));
    }
}
