package io.regulus.samples.chart;

/** Colours that people with any colour vision can tell apart (Okabe and Ito, 2008). */
final class Palette {
    private static final int[] COLOURS = {0xD55E00, 0x0072B2, 0x009E73, 0xCC79A7};

    private Palette() {}

    static int colour(int number) {
        return COLOURS[number % COLOURS.length];
    }
}
