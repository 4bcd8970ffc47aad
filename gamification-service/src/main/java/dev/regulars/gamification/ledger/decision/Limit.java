package dev.regulars.gamification.ledger.decision;

/**
 * How often a member can earn by one rule.
 *
 * @param key of the rule
 * @param cooldownSeconds that must pass between two postings; 0: none need to
 * @param dailyCap the most weight on one day; 0: any
 * @param weight of this posting
 */
public record Limit(String key, long cooldownSeconds, long dailyCap, long weight) {}
