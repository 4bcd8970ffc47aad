package dev.regulars.gamification.streak.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a streak, counted from 1970-01-01. A day lasts from its first instant to that of the next one that exists: the date
 * never goes back, whatever the clock does, and a date that the clock or a move of the zone leaps over does not exist.
 *
 * @param zones the oldest first; not empty
 */
public record StreakCalendar(List<ZoneSince> zones) {

    /** A zone, and since when it holds; the first one always has. */
    public record ZoneSince(Instant since, String zone) {

        ZoneId id() {
            return ZoneId.of(zone);
        }
    }

    public static StreakCalendar of(ZoneId zone) {
        return new StreakCalendar(List.of(new ZoneSince(Instant.EPOCH, zone.getId())));
    }

    public ZoneSince current() {
        return zones.getLast();
    }

    /** The same with another zone from now on. */
    public StreakCalendar movedTo(String zone, Instant now) {
        if (current().zone().equals(zone)) {
            return this;
        }
        List<ZoneSince> moved = new ArrayList<>(zones);
        moved.add(new ZoneSince(now, zone));
        return new StreakCalendar(List.copyOf(moved));
    }

    /** The latest day that had begun. */
    public long dayOf(Instant at) {
        ZoneSince inForce = zones.getFirst();
        for (ZoneSince one : zones) {
            inForce = one.since().isAfter(at) ? inForce : one;
        }
        long day = LocalDate.ofInstant(at, inForce.id()).toEpochDay();
        while (!startOf(day + 1).isAfter(at)) {
            day++;
        }
        return day;
    }

    /** When it began; for a day that does not exist, when the next one did. */
    public Instant startOf(long day) {
        for (int i = 0; i < zones.size() - 1; i++) {
            Instant start = startIn(i, day);
            if (start.isBefore(zones.get(i + 1).since())) {
                return start;
            }
        }
        return startIn(zones.size() - 1, day);
    }

    public boolean exists(long day) {
        return startOf(day).isBefore(startOf(day + 1));
    }

    private Instant startIn(int zone, long day) {
        ZoneSince one = zones.get(zone);
        Instant start = LocalDate.ofEpochDay(day).atStartOfDay(one.id()).toInstant();
        return zone > 0 && start.isBefore(one.since()) ? one.since() : start;
    }
}
