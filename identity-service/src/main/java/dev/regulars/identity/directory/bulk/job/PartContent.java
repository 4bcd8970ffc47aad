package dev.regulars.identity.directory.bulk.job;

import dev.regulars.identity.directory.bulk.row.BulkRow;
import java.util.List;

/** The rows of a part, as they are stored. */
public record PartContent(List<BulkRow> rows) {}
