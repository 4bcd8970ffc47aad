package dev.regulars.bench;

import dev.regulars.bench.report.Report;
import dev.regulars.bench.row.Chapter;
import dev.regulars.bench.row.DeliveryRow;
import dev.regulars.bench.row.GatewayRow;
import dev.regulars.bench.row.Row;
import dev.regulars.bench.row.StartRow;
import dev.regulars.bench.row.UsersInfoRow;
import dev.regulars.bench.row.WriteRow;
import dev.regulars.bench.row.account.LoginRow;
import dev.regulars.bench.row.account.ProfileRow;
import dev.regulars.bench.row.account.RefreshRow;
import dev.regulars.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code make bench}: all rows, or those that are named. */
public final class Main {

    /** In the order of the report. */
    private static final List<Row> ROWS = List.of(
            new StartRow(),
            new WriteRow(),
            new GatewayRow(),
            new UsersInfoRow(),
            new ProfileRow(),
            new RefreshRow(),
            new LoginRow(),
            new DeliveryRow());

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    private Main() {}

    public static void main(String[] args) throws IOException {
        List<Row> rows = ROWS.stream()
                .filter(row -> args.length == 0 || List.of(args).contains(row.name()))
                .toList();
        if (rows.isEmpty()) {
            System.err.println("Rows are " + ROWS.stream().map(Row::name).toList());
            System.exit(2);
        }
        boolean all = args.length == 0;
        var report = new Report(all ? "make bench" : "make bench row=\"" + String.join(" ", args) + "\"");
        long begun = System.nanoTime();
        boolean well = play(rows, report);
        Path folder = REPOSITORY.resolve(all ? "docs/reports" : "dev/bench/target/reports");
        Path page = report.write(folder, Duration.ofNanos(System.nanoTime() - begun));
        System.out.println(Files.readString(page));
        System.out.println("It is in " + page);
        System.exit(well ? 0 : 1);
    }

    private static boolean play(List<Row> rows, Report report) throws IOException {
        var stage = new Stage(System.out);
        Thread interrupted = new Thread(stage::abandon);
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean well = true;
        for (Row row : rows) {
            well &= play(row, stage, report);
        }
        stage.close();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        if (well) {
            stage.discard();
        } else {
            stage.say("data and logs are in " + stage.folder());
        }
        return well;
    }

    /** A row that fails does not take the others with it. */
    private static boolean play(Row row, Stage stage, Report report) {
        String missing = row.missing().orElse("");
        if (!missing.isEmpty()) {
            stage.say("Skipped " + row.name() + ": " + missing);
            report.add(Chapter.skipped(row.name(), missing));
            return true;
        }
        try {
            report.add(row.measure(stage));
            return true;
        } catch (RuntimeException e) {
            if (stage.isClosed()) {
                System.exit(1); // somebody interrupts; waits until that is done
            }
            stage.say("FAILED " + row.name() + ": " + e);
            report.add(Chapter.failed(row.name(), e));
            return false;
        }
    }
}
