package io.regulus.report;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/**
 * A progress bar's line, which can be wiped so that other text takes its place. The bar's own clearing does not
 * serve: a bar that is closed before it was first drawn is drawn then, and stays.
 */
final class BarLine extends ConsoleProgressBarConsumer {
    private final PrintStream out;
    private int width;

    BarLine(PrintStream out) {
        super(out);
        this.out = out;
    }

    /** Called on the bar's own thread. */
    @Override
    public synchronized void accept(String text) {
        super.accept(text);
        width = Math.max(width, text.length());
    }

    /** The superclass would begin a new line. */
    @Override
    public void close() {
        out.flush();
    }

    /** Overwrites the bar with blanks and goes back to the line's beginning. */
    synchronized void wipe() {
        out.print("\r" + " ".repeat(width) + "\r");
        out.flush();
    }
}
