package io.regulus.report;

import io.regulus.train.Callback;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how training goes: on a terminal a bar per epoch, with its rate and the time that is left, which the epoch's line then replaces; in a
 * file or a pipe the lines only.
 *
 * <pre>
 * epoch  3/20  loss 0.4312  penalty 0.0123  accuracy 0.8521  |  validation loss 0.4010  accuracy 0.8610  |  2.1 s
 * </pre>
 */
public final class Progress implements Callback {
    private static final int REDRAW_MILLIS = 250;
    /** Of a bar that counts steps without knowing how many there will be. */
    private static final int UNKNOWN = -1;

    private final PrintStream out;
    private final boolean bars;
    /** Null between epochs, and where there are no bars. */
    private ProgressBar bar;

    private BarLine line;
    /** Whether the fit found a run that has ended. */
    private boolean over;

    /** On standard output. */
    public Progress() {
        this(System.out);
    }

    /** On a stream; bars are drawn on standard output only, as no other stream is known to be a terminal. */
    public Progress(PrintStream out) {
        this(out, out == System.out && TerminalCheck.isInteractive());
    }

    Progress(PrintStream out, boolean bars) {
        this.out = out;
        this.bars = bars;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        int done = run.history().epochs().size();
        over = done > 0 && isOver(run);
        if (over) {
            out.println("nothing is left to train after " + counted(done, "epoch") + ": "
                    + run.history().ending().reason()
                    + (isStopped(run)
                            ? ". A run that was stopped stays so: startAnew(), or another folder, begins a new one"
                            : ""));
        } else if (done > 0 || run.step() > 0) {
            String steps = run.step() > 0 ? " and " + counted(run.step(), "step") + " of the next one" : "";
            out.println("goes on after " + counted(done, "epoch") + steps);
        }
    }

    private static boolean isOver(TrainingRun run) {
        return run.step() == 0 && (isStopped(run) || run.epoch() > run.epochs());
    }

    private static boolean isStopped(TrainingRun run) {
        return run.history().ending().kind() == Ending.Kind.STOPPED;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    @Override
    public void onEpochStart(TrainingRun run, int epoch) {
        openBar(run, epoch);
    }

    /** At the step that the run is at, which is not the first where it goes on within an epoch. */
    private void openBar(TrainingRun run, int epoch) {
        if (bars) {
            line = new BarLine(out);
            bar = new ProgressBarBuilder()
                    .setTaskName(EpochLine.title(epoch, run.epochs()))
                    .setInitialMax(run.stepsPerEpoch() == 0 ? UNKNOWN : run.stepsPerEpoch())
                    .setUnit(" steps", 1)
                    .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    // neither the rate nor the time that is left is to count the steps of an earlier run
                    .startsFrom(run.step(), Duration.ZERO)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(line)
                    .build();
        }
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        if (bar == null) {
            openBar(run, run.epoch());
        } else {
            bar.step();
        }
        if (bar != null) {
            bar.setExtraMessage(" loss " + EpochLine.number(step.loss()));
        }
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        closeBar();
        out.println(EpochLine.of(epoch, run.epochs()));
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        closeBar();
        switch (history.ending().kind()) {
            case PAUSED -> out.println("paused: " + history.ending().reason());
            case STOPPED -> {
                if (!over) {
                    out.println("stopped: " + history.ending().reason());
                }
            }
            case COMPLETED, FAILED -> {
                // the lines of the epochs, or what is thrown, say it
            }
        }
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            line.wipe();
            bar = null;
        }
    }
}
