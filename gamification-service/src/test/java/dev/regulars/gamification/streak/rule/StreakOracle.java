package dev.regulars.gamification.streak.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Streaks without arithmetic of days: it walks through time by quarters of an hour, reads the date off a wall clock, and finds the
 * streak as text, one letter for a period.
 */
final class StreakOracle {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Pattern RUN = Pattern.compile("[KFN]*$");
    private static final Map<String, LocalDate[]> CLOCKS = new HashMap<>();

    /** Of a day: when it began and ended on the wall, as far as was looked. */
    private static final class Day {
        private Instant begin;
        private Instant end;
    }

    private final Instant from;
    private final int steps;
    private final List<String> zones;
    private final List<Instant> moves;

    /** @param moves when each zone but the first took over */
    StreakOracle(Instant from, int steps, List<String> zones, List<Instant> moves) {
        this.from = from;
        this.steps = steps;
        this.zones = zones;
        this.moves = moves;
    }

    /** The dates that the wall showed, in order, each once: a clock that goes back does not bring a date back. */
    private Map<LocalDate, Day> days() {
        Map<LocalDate, Day> days = new TreeMap<>();
        LocalDate latest = LocalDate.MIN;
        Day day = new Day();
        int zone = 0;
        LocalDate[] clock = clock(zones.getFirst());
        for (int i = 0; i < steps; i++) {
            if (zone < moves.size() && !moves.get(zone).isAfter(instant(i))) {
                zone++;
                clock = clock(zones.get(zone));
            }
            if (clock[i] != latest && clock[i].isAfter(latest)) {
                latest = clock[i];
                day.end = instant(i);
                day = new Day();
                day.begin = instant(i);
                days.put(latest, day);
            }
        }
        day.end = instant(steps);
        return days;
    }

    private Instant instant(int step) {
        return from.plus(STEP.multipliedBy(step));
    }

    private LocalDate[] clock(String zone) {
        return CLOCKS.computeIfAbsent(zone + from, unread -> {
            var shown = new LocalDate[steps];
            for (int i = 0; i < steps; i++) {
                LocalDate date = instant(i).atZone(ZoneId.of(zone)).toLocalDate();
                shown[i] = i > 0 && date.equals(shown[i - 1]) ? shown[i - 1] : date;
            }
            return shown;
        });
    }

    /** The text of all days up to now, from one date on: kept, frozen, not asked for, open, missed. */
    String story(StreakCases.Case one, Instant now) {
        var text = new StringBuilder();
        LocalDate date = one.start();
        Map<LocalDate, Day> days = days();
        LocalDate today = null;
        for (var entry : days.entrySet()) {
            today = entry.getValue().begin.isAfter(now) ? today : entry.getKey();
        }
        for (; today != null && !date.isAfter(today); date = date.plusDays(1)) {
            Day day = days.get(date);
            if (day == null || !one.activeDays().contains(date.getDayOfWeek())) {
                text.append('N');
            } else if (isKept(one, day)) {
                text.append('K');
            } else if (one.frozen().contains(date)) {
                text.append('F');
            } else {
                text.append(day.end.isAfter(now) ? 'O' : 'M');
            }
        }
        return text.toString();
    }

    private static boolean isKept(StreakCases.Case one, Day day) {
        int messages = 0;
        int visits = 0;
        for (StreakCases.Done done : one.done()) {
            boolean on = !done.at().isBefore(day.begin) && done.at().isBefore(day.end);
            if (on && done.at().plus(done.delay()).isBefore(day.end.plus(Duration.ofHours(24)))) {
                messages += done.action().equals("messages") ? done.amount() : 0;
                visits += done.action().equals("visits") ? done.amount() : 0;
            }
        }
        boolean enough = messages >= one.messages();
        boolean visited = visits >= one.visits();
        return one.all() ? enough && visited : enough || visited;
    }

    static long count(String story) {
        var run = RUN.matcher(story.replaceAll("O$", ""));
        return run.find() ? run.group().chars().filter(letter -> letter == 'K').count() : 0;
    }
}
