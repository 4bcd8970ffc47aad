package dev.regulars.identity.directory.bulk.file;

/** Cells that a spreadsheet would execute. */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n";

    private Formulas() {}

    /** Signed numbers, dashes and handles are none: only what computes something is. */
    static boolean isFormula(String cell) {
        return cell.matches("(?s)=.*|[+@-].*[(|!].*");
    }

    /** The cell as text, whatever it begins with. */
    static String neutral(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
