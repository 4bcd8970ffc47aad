package dev.regulars.bench.row;

import dev.regulars.bench.stage.Stage;
import java.util.Optional;

/** One comparison. It prepares what it needs beside the suite, names its sides, and says what is promised. */
public interface Row {

    /** As in {@code make bench row=…}. */
    String name();

    /** In a word, what this machine lacks for it. */
    Optional<String> missing();

    Chapter measure(Stage stage);
}
