package dev.regulars.web.validation;

import java.util.Set;

/** One rule for all texts that are shown to people. */
final class ShownText {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int LINE_BREAK = '\n';
    private static final int CARRIAGE_RETURN = '\r';
    private static final int TAB = '\t';

    /** Letters and symbols by category, and yet nothing is to be seen. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private ShownText() {}

    static boolean isName(String name) {
        return name.codePoints().allMatch(ShownText::isAllowed)
                && name.codePoints().anyMatch(ShownText::isVisible);
    }

    static boolean isText(String text) {
        return text.codePoints().allMatch(one -> isAllowed(one) || isLayout(one))
                && (text.isEmpty() || text.codePoints().anyMatch(ShownText::isVisible));
    }

    private static boolean isLayout(int one) {
        return one == LINE_BREAK || one == CARRIAGE_RETURN || one == TAB;
    }

    /** Formats are the characters that hide or turn text; scripts and emojis need the two joiners and the tags of flags. */
    private static boolean isAllowed(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> one == JOINER || one == NON_JOINER || isTag(one);
            default -> true;
        };
    }

    private static boolean isTag(int one) {
        return one >= 0xE0020 && one <= 0xE007F;
    }

    private static boolean isVisible(int one) {
        return switch (Character.getType(one)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED -> false;
            default -> !BLANK.contains(one);
        };
    }
}
