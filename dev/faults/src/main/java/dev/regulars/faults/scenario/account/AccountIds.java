package dev.regulars.faults.scenario.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ids of an account as the suite returned them. */
public record AccountIds(String accountId, String userId) {

    static AccountIds of(JsonNode user) {
        return new AccountIds(user.path("_id").asText(), user.path("userId").asText());
    }

    /** These events of each account, which its log must have; by account. */
    static Map<String, List<String>> events(Collection<AccountIds> accounts, String... types) {
        return accounts.stream()
                .collect(Collectors.toMap(AccountIds::accountId, account -> List.of(types), (one, other) -> one));
    }
}
