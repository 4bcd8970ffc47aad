package dev.regulars.gamification.referral.program;

import java.util.Map;

/**
 * One stage of a program.
 *
 * @param id stays with the name when the program is changed, so that nobody is paid twice
 * @param changes what the referrer gets, by unit
 */
public record Stage(String id, String name, StageEvent event, Map<String, Long> changes) {}
