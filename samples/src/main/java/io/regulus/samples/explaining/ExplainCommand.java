package io.regulus.samples.explaining;

import io.regulus.data.Dataset;
import io.regulus.explain.Ablation;
import io.regulus.explain.Calibration;
import io.regulus.metrics.Reliability;
import io.regulus.metrics.Temperature;
import io.regulus.model.HtmlReport;
import io.regulus.report.AblationReport;
import io.regulus.samples.Console;
import io.regulus.samples.FewImages;
import io.regulus.samples.Options;
import io.regulus.samples.Places;
import io.regulus.train.Fit;
import io.regulus.train.History;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network on few images and explains it: in words, by leaving out, by its probabilities. */
@Command(
        name = "explain",
        description =
                "What the curves of a network say, what each of its regularisers was worth, and whether its probabilities are"
                        + " what they say.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FewImages images;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "15",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--seeds",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Runs of each network. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            description = "For the reports. Default: target/demo of the samples.")
    private Path out;

    private Console console;

    @Override
    public Integer call() {
        Options.requireAtLeastOne("--epochs", epochs);
        Options.requireAtLeastOne("--seeds", seeds);
        console = Console.of(spec);
        Path folder = Places.output(out);
        FewImages.Parts parts = images.read();
        Fit fit = Fit.epochs(epochs).batchSize(64).verbose(false).validateOn(parts.validation());
        Path run = folder.resolve("explained.html");
        explain(parts, fit, run);
        AblationReport ablation = Ablation.of(ExplainedNetModel.type())
                .seeds(seeds)
                .progress(line -> console.say("%s", line))
                .run(parts.train(), fit);
        console.say("");
        console.print(ablation);
        Path ablated = folder.resolve("ablation.html");
        ablation.write(ablated);
        console.say("");
        console.say("Report of the run    %s", Places.show(run));
        console.say("What each was worth  %s", Places.show(ablated));
        return ExitCode.OK;
    }

    private void explain(FewImages.Parts parts, Fit fit, Path page) {
        Dataset test = parts.test();
        try (ExplainedNetModel model = ExplainedNetModel.create()) {
            HtmlReport report = HtmlReport.of(model, page);
            History history = model.fit(parts.train(), fit.callback(report));
            report.test(test);
            console.print(model.diagnose(history, parts.train(), parts.validation()));
            Temperature temperature = Calibration.temperature(model, parts.validation());
            console.say("Calibration on %d test rows", test.size());
            console.say("  as it is           %s", Calibration.of(model, test));
            console.say(
                    "  temperature %.2f   %s",
                    temperature.value(),
                    Reliability.of(
                            temperature.apply(model.predictions(test)),
                            test.labels().toArray()));
            console.say("");
        }
    }
}
