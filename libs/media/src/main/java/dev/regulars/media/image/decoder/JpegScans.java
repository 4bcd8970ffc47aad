package dev.regulars.media.image.decoder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A progressive JPEG may repeat its whole picture in each of thousands of tiny scans; the decoder in C cannot be stopped then. */
final class JpegScans {

    private static final int MOST = 64;
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private JpegScans() {}

    /** Inside a scan a marker's first byte is always escaped, so a marker found is a marker. */
    static boolean areFew(Path file) throws IOException {
        int scans = 0;
        int before = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0 && scans <= MOST; next = in.read()) {
                if (before == MARKER && next == START_OF_SCAN) {
                    scans++;
                }
                before = next;
            }
        }
        return scans <= MOST;
    }
}
