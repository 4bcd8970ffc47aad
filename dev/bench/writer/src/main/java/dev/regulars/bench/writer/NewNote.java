package dev.regulars.bench.writer;

import jakarta.validation.constraints.NotBlank;

/** A new note. */
record NewNote(@NotBlank String author, @NotBlank String text) {}
