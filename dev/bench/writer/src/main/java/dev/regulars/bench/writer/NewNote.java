package dev.regulars.bench.writer;

import jakarta.validation.constraints.NotBlank;

/** A note to be written. */
record NewNote(@NotBlank String author, @NotBlank String text) {}
