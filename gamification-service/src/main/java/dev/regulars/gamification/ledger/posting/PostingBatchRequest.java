package dev.regulars.gamification.ledger.posting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Postings of many causes; what happens to one of them does not touch the others. */
record PostingBatchRequest(
        @NotNull @Size(min = 1, max = 256) List<@Valid @NotNull PostingsRequest> requests) {}
