package dev.regulars.analysis.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.analysis.metadata.Direction;
import dev.regulars.analysis.metadata.Scenario;
import dev.regulars.web.page.Page;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The analyses of a channel, a page of them (contract §3.6.3). */
@Schema(examples = """
        {"analyses": [{"_id": "66b1f4d5a4d3e5f6071829aa", "title": "Breakout above 1.27", "symbol": "GBP/USD", "timeframe": "H1",
                       "direction": "BULLISH", "scenario": "bullish_breakout", "sender": "ana@example.com",
                       "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}],
         "pagination": {"total": 1, "currentPage": 1, "totalPages": 1, "hasNextPage": false, "hasPrevPage": false}}""")
record AnalysisList(List<AnalysisSummary> analyses, Pagination pagination) {

    /** What a list says of an analysis. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnalysisSummary(
            String _id,
            @Nullable String title,
            @Nullable String symbol,
            @Nullable String timeframe,
            Direction direction,
            Scenario scenario,
            String sender,
            Instant createdAt,
            Instant updatedAt) {

        static AnalysisSummary of(AnalysisDocument analysis) {
            return new AnalysisSummary(
                    analysis.id,
                    analysis.metadata.title(),
                    analysis.metadata.symbol(),
                    analysis.metadata.timeframe(),
                    analysis.metadata.direction(),
                    analysis.metadata.scenario(),
                    analysis.sender,
                    analysis.createdAt,
                    analysis.updatedAt);
        }
    }

    /** Where the page is in the whole list; pages are counted from 1. */
    @Schema(name = "AnalysisPagination")
    record Pagination(long total, int currentPage, long totalPages, boolean hasNextPage, boolean hasPrevPage) {}

    static AnalysisList of(Page<AnalysisDocument> page) {
        long total = page.total() == null ? 0 : page.total();
        int current = page.request().page();
        long pages = page.totalPages();
        return new AnalysisList(
                page.items().stream().map(AnalysisSummary::of).toList(),
                new Pagination(total, current, pages, current < pages, current > 1));
    }
}
