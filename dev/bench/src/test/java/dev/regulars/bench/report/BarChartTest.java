package dev.regulars.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BarChartTest {

    @Test
    void theMoreExpensiveContenderHasTheLongerBar() throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        samples.put("cheap & good", List.of(Sample.EMPTY.and("µs < s", 10)));
        samples.put("dear", List.of(Sample.EMPTY.and("µs < s", 40)));

        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        BarChart.of(List.of(new Table("a table", samples))).getBytes(UTF_8)));

        var budgets = svg.getElementsByTagName("rect");
        assertThat(width(budgets.item(2)) / width(budgets.item(1))).isEqualTo(4);
        assertThat(svg.getDocumentElement().getTextContent()).contains("cheap & good", "µs < s", "10", "40");
    }

    private static double width(org.w3c.dom.Node budget) {
        return Double.parseDouble(((Element) budget).getAttribute("width"));
    }
}
