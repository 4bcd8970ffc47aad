package dev.regulars.rewards.product.stock;

import java.time.Instant;

/**
 * What an order took from the stock of a product, or gave back. A closed one stays for a while, so that a late repeat of the step
 * changes nothing.
 *
 * @param key id of the order, with what was done where that was not to take
 * @param quantity pieces that count, 0 where the stock is unlimited
 * @param open until the order has ended in one way or another
 */
public record Reservation(String key, long quantity, boolean open, Instant at) {}
