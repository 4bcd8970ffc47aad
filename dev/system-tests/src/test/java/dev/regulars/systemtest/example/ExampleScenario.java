package dev.regulars.systemtest.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One file of {@code examples/}: the steps of a feature and those that run at the end; the README there has the format. */
record ExampleScenario(String feature, List<String> after, List<Step> steps, List<Step> atEnd) {

    private static final Path FOLDER =
            Path.of(System.getProperty("repository"), "dev/system-tests/src/test/resources/examples");

    private static final String REPEATED = "until-there ";

    /** A line of a scenario. */
    sealed interface Step {}

    /** Sends the examples of an operation. */
    record Play(
            String operation,
            String as,
            Map<String, String> members,
            Map<String, String> pathParameters,
            Map<String, String> queryParameters,
            Map<String, String> headers,
            boolean isRepeated)
            implements Step {}

    /** A call that prepares the next step. */
    record Given(int status, String credential, String method, String path, String body) implements Step {}

    /** A TXT record of the DNS, as a response shows it. */
    record TxtRecord(String where) implements Step {}

    /** All steps of all files in an order that keeps {@code after}. */
    static List<Step> allSteps() throws IOException {
        Map<String, ExampleScenario> byFeature = new TreeMap<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                ExampleScenario scenario = parse(file);
                byFeature.put(scenario.feature(), scenario);
            }
        }
        Map<String, ExampleScenario> ordered = new LinkedHashMap<>();
        byFeature.values().forEach(one -> add(one, byFeature, ordered));
        List<Step> steps = new ArrayList<>();
        ordered.values().forEach(one -> steps.addAll(one.steps()));
        List.copyOf(ordered.values()).reversed().forEach(one -> steps.addAll(one.atEnd()));
        return steps;
    }

    private static void add(
            ExampleScenario scenario, Map<String, ExampleScenario> all, Map<String, ExampleScenario> ordered) {
        for (String earlier : scenario.after()) {
            assertThat(all).as("%s.txt: after", scenario.feature()).containsKey(earlier);
            add(all.get(earlier), all, ordered);
        }
        ordered.putIfAbsent(scenario.feature(), scenario);
    }

    private static ExampleScenario parse(Path file) throws IOException {
        String feature = file.getFileName().toString().replace(".txt", "");
        var scenario = new ExampleScenario(feature, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Step> current = scenario.steps();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("after ")) {
                scenario.after().addAll(List.of(line.substring(6).split(" ")));
            } else if (line.equals("finally")) {
                current = scenario.atEnd();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(step(line));
            }
        }
        return scenario;
    }

    private static Step step(String line) {
        if (line.startsWith("given ")) {
            return given(line);
        }
        if (line.startsWith("txt-record ")) {
            return new TxtRecord(line.substring("txt-record ".length()));
        }
        return line.startsWith(REPEATED) ? play(line.substring(REPEATED.length()), true) : play(line, false);
    }

    private static Given given(String line) {
        String[] words = line.split(" ", 6);
        return new Given(Integer.parseInt(words[1]), words[2], words[3], words[4], words.length == 6 ? words[5] : "");
    }

    private static Play play(String line, boolean isRepeated) {
        String[] words = line.split(" ");
        String as = "";
        Map<String, String> members = new LinkedHashMap<>();
        Map<String, String> inPath = new LinkedHashMap<>();
        Map<String, String> inQuery = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            switch (pair[0].charAt(0)) {
                case '{' -> inPath.put(pair[0], pair[1]);
                case '?' -> inQuery.put(pair[0].substring(1), pair[1]);
                case '@' -> headers.put(pair[0].substring(1), pair[1]);
                default -> {
                    if (pair[0].equals("as")) {
                        as = pair[1];
                    } else {
                        members.put(pair[0], pair[1]);
                    }
                }
            }
        }
        return new Play(words[0] + " " + words[1], as, members, inPath, inQuery, headers, isRepeated);
    }
}
