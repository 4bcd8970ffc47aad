package dev.regulars.bench.report;

import dev.regulars.bench.benchmark.Budget;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.measure.Figures;
import dev.regulars.bench.measure.Spread;
import dev.regulars.bench.measure.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the report page. */
public final class Report {

    private final String command;
    private final LocalDate date = LocalDate.now(ZoneOffset.UTC);
    private final MachineFacts machine = MachineFacts.now();
    private final List<ReportSection> sections = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    public Report(String command) {
        this.command = command;
    }

    public void add(ReportSection section) {
        sections.add(section);
    }

    /** Writes page and chart, and returns the path of the page. */
    public Path write(Path folder, Duration took) throws IOException {
        String name = date + "-bench";
        Files.createDirectories(folder);
        List<Table> tables =
                sections.stream().flatMap(section -> section.tables().stream()).toList();
        Files.writeString(folder.resolve(name + ".svg"), BarChart.of(tables));
        head(took, name);
        sections.forEach(this::section);
        return Files.writeString(folder.resolve(name + ".md"), page);
    }

    private void head(Duration took, String name) {
        page.append("""
                # Measured on %s

                `%s`, %d s. Medians of three runs, the least and the most in brackets; contenders take turns (A-B-A-B) after a
                warm-up. The client shares the CPUs with what it measures. CPU is user and system time of processes.

                | on | |
                | --- | --- |
                """.formatted(date, command, took.toSeconds()));
        machine.facts().forEach((fact, is) -> row(List.of(fact, is)));
        page.append("""

                ![The main figure of each benchmark](%s.svg)

                | budget | | measured | |
                | --- | --- | --- | --- |
                """.formatted(name));
        sections.forEach(section -> section.budgets().forEach(budget -> budget(section, budget)));
    }

    private void budget(ReportSection section, Budget budget) {
        row(List.of(section.title() + ": " + budget.description(), budget.target(), budget.result(), budget.verdict()));
    }

    private void section(ReportSection section) {
        page.append("\n## ")
                .append(section.title())
                .append("\n\n")
                .append(section.method())
                .append('\n');
        section.notes().forEach(note -> page.append('\n').append(note).append('\n'));
        section.tables().forEach(this::table);
    }

    private void table(Table table) {
        page.append('\n');
        row(with(table.title(), table.contenders().stream()));
        row(with("---", table.contenders().stream().map(contender -> "---:")));
        for (String figure : table.figures()) {
            row(with(figure, table.contenders().stream().map(contender -> table.spread(contender, figure)
                    .map(Report::text)
                    .orElse("–"))));
        }
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static List<String> with(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String text(Spread spread) {
        return "%s (%s–%s)"
                .formatted(Figures.text(spread.median()), Figures.text(spread.min()), Figures.text(spread.max()));
    }
}
