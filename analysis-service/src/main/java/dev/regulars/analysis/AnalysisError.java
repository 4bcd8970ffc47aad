package dev.regulars.analysis;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;

import dev.regulars.web.refusal.ErrorCode;

/** Everything this service can refuse, but for what is not found. */
public enum AnalysisError implements ErrorCode {
    ANALYSIS_EXPIRED(conflict("analysisId", "The analysis has expired")),
    DRAWING_LIMIT(conflict("drawings", "limit reached: drawings 200")),
    CLIENT_OBJECT_ID_TAKEN(conflict("clientObjectId", "clientObjectId already exists")),
    CHANGED_MEANWHILE(conflict("analysisId", "The analysis was changed by another request"));

    private final Definition definition;

    AnalysisError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
