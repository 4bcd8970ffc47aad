package dev.regulars.analysis.chart;

import static dev.regulars.analysis.AnalysisError.ANALYSIS_EXPIRED;
import static dev.regulars.analysis.AnalysisError.CLIENT_OBJECT_ID_TAKEN;
import static dev.regulars.analysis.AnalysisError.DRAWING_LIMIT;

import dev.regulars.analysis.authorlookup.Author;
import dev.regulars.analysis.channel.ChannelDocument;
import dev.regulars.analysis.channel.ChannelReaders;
import dev.regulars.analysis.chart.AppendDrawingsRequest.AppendedDrawings;
import dev.regulars.analysis.chart.CreateAnalysisRequest.CreatedAnalysis;
import dev.regulars.analysis.chart.UpdateAnalysisRequest.UpdatedAnalysis;
import dev.regulars.analysis.drawing.Drawing;
import dev.regulars.analysis.drawing.DrawingPatch;
import dev.regulars.analysis.drawing.DrawingPatch.UpdatedDrawing;
import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.analysis.metadata.Links;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.http.EntityTags;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The analyses of a community. */
@ApplicationScoped
public class Analyses {

    private static final int MOST_DRAWINGS = 200;

    private final ChannelReaders readers;

    Analyses(ChannelReaders readers) {
        this.readers = readers;
    }

    public Uni<CreatedAnalysis> create(Tx tx, Author author, String channelId, CreateAnalysisRequest body) {
        return requireChannel(tx, channelId)
                .chain(() -> draft(tx, author, channelId, body).create(tx))
                .map(analysis -> new CreatedAnalysis(analysis.id));
    }

    Uni<AnalysisDetail> get(Tx tx, String id) {
        return AnalysisDocument.get(tx, id).map(analysis -> AnalysisDetail.of(analysis, tx.now()));
    }

    /** @param reader the member who reads; absent for keys, which see all channels */
    public Uni<AnalysisDetail> get(Tx tx, String id, @Nullable String reader) {
        return AnalysisDocument.get(tx, id)
                .call(analysis -> reader == null
                        ? Uni.createFrom().voidItem()
                        : readers.checkSees(tx, analysis.channelId, reader))
                .map(analysis -> AnalysisDetail.of(analysis, tx.now()));
    }

    Uni<AnalysisList> list(Tx tx, String channelId, PageRequest page) {
        return requireChannel(tx, channelId)
                .chain(() -> AnalysisDocument.page(tx, channelId, page))
                .map(AnalysisList::of);
    }

    Uni<UpdatedAnalysis> update(Tx tx, Author by, String id, @Nullable EntityTags ifMatch, UpdateAnalysisRequest body) {
        List<String> fields = updatedFields(body);
        return change(tx, by, id, ifMatch, fields, analysis -> apply(analysis, body))
                .replaceWith(new UpdatedAnalysis(id, fields));
    }

    Uni<AppendedDrawings> append(Tx tx, Author by, String id, @Nullable EntityTags ifMatch, List<Drawing> drawings) {
        List<PersistedDrawing> added = drawings.stream()
                .map(drawing -> PersistedDrawing.of(Ids.next(), drawing))
                .toList();
        return change(tx, by, id, ifMatch, List.of("drawings"), analysis -> {
                    analysis.drawings = Stream.concat(analysis.drawings.stream(), added.stream())
                            .toList();
                })
                .replaceWith(new AppendedDrawings(
                        id, added.stream().map(PersistedDrawing::_id).toList()));
    }

    Uni<UpdatedDrawing> updateDrawing(
            Tx tx, Author by, String id, String drawingId, @Nullable EntityTags ifMatch, DrawingPatch patch) {
        return change(tx, by, id, ifMatch, List.of("drawings"), analysis -> {
                    if (analysis.drawings.stream().noneMatch(one -> one._id().equals(drawingId))) {
                        throw Refusal.notFound("drawing", drawingId);
                    }
                    analysis.drawings = analysis.drawings.stream()
                            .map(one -> one._id().equals(drawingId) ? patch.applyTo(one) : one)
                            .toList();
                })
                .replaceWith(new UpdatedDrawing(id, drawingId));
    }

    /** An expired one too. */
    Uni<CreatedAnalysis> delete(Tx tx, String id) {
        return AnalysisDocument.remove(tx, id).replaceWith(new CreatedAnalysis(id));
    }

    /** Whoever loses against another change decides anew by what is there then; a condition may refuse it then. */
    private Uni<AnalysisDocument> change(
            Tx tx,
            Author by,
            String id,
            @Nullable EntityTags ifMatch,
            List<String> fields,
            Consumer<AnalysisDocument> edit) {
        return AnalysisDocument.get(tx, id)
                .chain(analysis -> {
                    checkMayChange(tx, analysis, ifMatch);
                    edit.accept(analysis);
                    settle(analysis);
                    return analysis.store(tx, by, fields);
                })
                .onItem()
                .ifNull()
                .switchTo(() -> change(tx, by, id, ifMatch, fields, edit));
    }

    private static void checkMayChange(Tx tx, AnalysisDocument analysis, @Nullable EntityTags ifMatch) {
        if (!EntityTags.allow(ifMatch, analysis.etag())) {
            throw Refusal.of(Kind.PRECONDITION_FAILED, analysis.id + " is at " + analysis.etag());
        }
        if (analysis.isExpired(tx.now())) {
            throw ANALYSIS_EXPIRED.because(analysis.id);
        }
    }

    private static AnalysisDocument draft(Tx tx, Author author, String channelId, CreateAnalysisRequest body) {
        var analysis = new AnalysisDocument();
        analysis.id = Ids.next();
        analysis.communityId = tx.community();
        analysis.channelId = channelId;
        analysis.accountId = author.accountId();
        analysis.sender = author.sender();
        analysis.metadata = body.metadata();
        analysis.levels = body.levels();
        analysis.drawings = body.drawingsOrNone().stream()
                .map(drawing -> PersistedDrawing.of(Ids.next(), drawing))
                .toList();
        analysis.createdAt = tx.now();
        analysis.updatedAt = analysis.createdAt;
        settle(analysis);
        return analysis;
    }

    private static void apply(AnalysisDocument analysis, UpdateAnalysisRequest body) {
        if (body.metadata() != null) {
            analysis.metadata = body.metadata().applyTo(analysis.metadata);
        }
        analysis.levels = body.levels().orElse(analysis.levels);
        if (body.drawings() != null) {
            List<PersistedDrawing> before = analysis.drawings;
            analysis.drawings = body.drawings().stream()
                    .map(drawing -> PersistedDrawing.of(idOf(drawing, before), drawing))
                    .toList();
        }
    }

    private static String idOf(Drawing drawing, List<PersistedDrawing> before) {
        return before.stream()
                .filter(one -> one.isCalled(drawing.clientObjectId()))
                .map(PersistedDrawing::_id)
                .findFirst()
                .orElseGet(Ids::next);
    }

    /** What must hold of an analysis as a whole, and what follows from the rest of it. */
    private static void settle(AnalysisDocument analysis) {
        checkNames(analysis);
        if (analysis.levels != null) {
            analysis.levels.checkOrder();
        }
        analysis.metadata = new Links(analysis.levels, analysis.drawings).remap(analysis.metadata);
        var expiry = analysis.metadata.expiry();
        analysis.expiresAt = expiry == null ? null : expiry.after(analysis.createdAt);
    }

    private static void checkNames(AnalysisDocument analysis) {
        if (analysis.drawings.size() > MOST_DRAWINGS) {
            throw DRAWING_LIMIT.because(analysis.id + " would have " + analysis.drawings.size());
        }
        List<String> names = new ArrayList<>(analysis.levels == null ? List.of() : analysis.levels.clientObjectIds());
        analysis.drawings.stream()
                .map(PersistedDrawing::clientObjectId)
                .filter(name -> name != null)
                .forEach(names::add);
        if (names.stream().distinct().count() < names.size()) {
            throw CLIENT_OBJECT_ID_TAKEN.because(analysis.id);
        }
    }

    private static List<String> updatedFields(UpdateAnalysisRequest body) {
        List<String> fields = new ArrayList<>(
                body.metadata() == null ? List.of() : body.metadata().fields());
        if (body.levels().isThere()) {
            fields.add("levels");
        }
        if (body.drawings() != null) {
            fields.add("drawings");
        }
        if (fields.isEmpty()) {
            throw Refusal.invalid("metadata", "or levels or drawings is required");
        }
        return fields;
    }

    private static Uni<Void> requireChannel(Tx tx, String channelId) {
        return ChannelDocument.exists(tx, channelId)
                .invoke(exists -> {
                    if (!exists) {
                        throw Refusal.notFound("channel", channelId);
                    }
                })
                .replaceWithVoid();
    }
}
