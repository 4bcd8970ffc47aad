package dev.regulars.analysis.authorlookup;

/**
 * Who publishes or changes an analysis.
 *
 * @param sender as the request names them: e-mail address or username
 */
public record Author(String accountId, String sender) {}
