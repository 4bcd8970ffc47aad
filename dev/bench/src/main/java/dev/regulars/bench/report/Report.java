package dev.regulars.bench.report;

import dev.regulars.bench.measure.Figures;
import dev.regulars.bench.measure.Spread;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.row.Bar;
import dev.regulars.bench.row.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page that a bench leaves behind. */
public final class Report {

    private final String command;
    private final LocalDate date = LocalDate.now(ZoneOffset.UTC);
    private final Machine machine = Machine.now();
    private final List<Chapter> chapters = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    public Report(String command) {
        this.command = command;
    }

    public void add(Chapter chapter) {
        chapters.add(chapter);
    }

    /** Answers where it is: the page, and its plot beside it. */
    public Path write(Path folder, Duration took) throws IOException {
        String name = date + "-bench";
        Files.createDirectories(folder);
        List<Table> tables =
                chapters.stream().flatMap(chapter -> chapter.tables().stream()).toList();
        Files.writeString(folder.resolve(name + ".svg"), Plot.of(tables));
        head(took, name);
        chapters.forEach(this::chapter);
        return Files.writeString(folder.resolve(name + ".md"), page);
    }

    private void head(Duration took, String name) {
        page.append("""
                # Measured on %s

                `%s`, %d s. Medians of three runs, the least and the most in brackets; the sides take turns (A-B-A-B) after a
                warm-up. The load runs on the same processors as what it is put on. CPU is user and system time of processes.

                | on | |
                | --- | --- |
                """.formatted(date, command, took.toSeconds()));
        machine.facts().forEach((fact, is) -> row(List.of(fact, is)));
        page.append("""

                ![The figure that counts most of each comparison](%s.svg)

                | promised | | came out | |
                | --- | --- | --- | --- |
                """.formatted(name));
        chapters.forEach(chapter -> chapter.bars().forEach(bar -> bar(chapter, bar)));
    }

    private void bar(Chapter chapter, Bar bar) {
        row(List.of(chapter.title() + ": " + bar.says(), bar.promised(), bar.cameOut(), bar.verdict()));
    }

    private void chapter(Chapter chapter) {
        page.append("\n## ")
                .append(chapter.title())
                .append("\n\n")
                .append(chapter.how())
                .append('\n');
        chapter.words().forEach(word -> page.append('\n').append(word).append('\n'));
        chapter.tables().forEach(this::table);
    }

    private void table(Table table) {
        page.append('\n');
        row(with(table.title(), table.sides().stream()));
        row(with("---", table.sides().stream().map(side -> "---:")));
        for (String figure : table.figures()) {
            row(with(figure, table.sides().stream().map(side -> table.spread(side, figure)
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
                .formatted(Figures.text(spread.median()), Figures.text(spread.least()), Figures.text(spread.most()));
    }
}
