package dev.regulars.analysis.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.analysis.authorlookup.Author;
import dev.regulars.analysis.chart.Analyses;
import dev.regulars.analysis.chart.AnalysisDetail;
import dev.regulars.analysis.chart.CreateAnalysisRequest;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries analyses into other forms, and out of them. */
@ApplicationScoped
class Exchange {

    private final Analyses analyses;
    private final ObjectMapper json;
    private final Validator validator;

    Exchange(Analyses analyses, ObjectMapper json, Validator validator) {
        this.analyses = analyses;
        this.json = json;
        this.validator = validator;
    }

    /** @param reader the member who reads; absent for keys */
    Uni<ExportedAnalysis> export(Tx tx, String id, @Nullable String reader, ExchangeFormat format) {
        return analyses.get(tx, id, reader).map(analysis -> exported(analysis, format));
    }

    Uni<String> preview(Tx tx, String id, @Nullable String reader) {
        return analyses.get(tx, id, reader).map(SvgPreview::of);
    }

    Uni<ImportRequest.ImportedAnalysis> create(Tx tx, Author author, ImportRequest request) {
        List<String> lost = new ArrayList<>();
        CreateAnalysisRequest analysis = read(request, lost);
        return analyses.create(tx, author, request.channelId(), analysis)
                .map(created -> new ImportRequest.ImportedAnalysis(created.analysisId(), List.copyOf(lost)));
    }

    private ExportedAnalysis exported(AnalysisDetail analysis, ExchangeFormat format) {
        List<String> lost = new ArrayList<>();
        ObjectNode plain = PlainAnalysis.of(json, analysis);
        ObjectNode document =
                switch (format) {
                    case SVG -> json.createObjectNode().put("svg", SvgPreview.of(analysis));
                    case KLINECHARTS -> new KlineOverlays(lost).write(plain);
                    case ECHARTS -> new EchartsOption(lost).write(plain);
                };
        return new ExportedAnalysis(document, List.copyOf(lost));
    }

    private CreateAnalysisRequest read(ImportRequest request, List<String> lost) {
        ObjectNode plain =
                switch (ExchangeFormat.of(request.format())) {
                    case SVG ->
                        throw Refusal.invalid("format", "must be klinecharts or echarts: a picture cannot be imported");
                    case KLINECHARTS -> new KlineOverlays(lost).read(request.document());
                    case ECHARTS -> new EchartsOption(lost).read(request.document());
                };
        plain.put("sender", request.sender());
        CreateAnalysisRequest analysis = bind(plain);
        var faults = validator.validate(analysis);
        if (!faults.isEmpty()) {
            throw new ConstraintViolationException(faults);
        }
        return analysis;
    }

    private CreateAnalysisRequest bind(ObjectNode plain) {
        try {
            return json.treeToValue(plain, CreateAnalysisRequest.class);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("document", "must be as the export of its format: " + e.getOriginalMessage());
        }
    }
}
