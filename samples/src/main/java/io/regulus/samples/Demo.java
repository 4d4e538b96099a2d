package io.regulus.samples;

import io.regulus.files.DataFileException;
import io.regulus.samples.explaining.ExplainCommand;
import io.regulus.samples.glyphs.GlyphsCommand;
import io.regulus.samples.houses.HousesCommand;
import io.regulus.samples.regression.RegressionCommand;
import io.regulus.samples.techniques.DropoutPaperCommand;
import io.regulus.samples.techniques.TechniquesCommand;
import io.regulus.samples.titles.TitlesCommand;
import io.regulus.samples.tuning.TuneCommand;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** The demo's command line: {@code mvn -q -Pdemo verify -Ddemo.args="glyphs --epochs 20"}. */
@Command(
        name = "demo",
        description = "What regularisation does, shown on small networks.",
        subcommands = {
            GlyphsCommand.class,
            RegressionCommand.class,
            TitlesCommand.class,
            HousesCommand.class,
            TechniquesCommand.class,
            DropoutPaperCommand.class,
            TuneCommand.class,
            ExplainCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Regulus demo 0.1.0",
        footer = {
            "",
            "Without a command the demo is 'glyphs'.",
            "Options of a command: demo glyphs --help",
            "From Maven: mvn -q -Pdemo verify -Ddemo.args=\"glyphs --epochs 20\""
        })
public final class Demo {
    private static final String DEFAULT_COMMAND = "glyphs";
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    private Demo() {}

    /** Runs the demo. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        int code = run(commandLine(), args);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    static int run(CommandLine commandLine, String... args) {
        return commandLine.execute(withDefaultCommand(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Demo())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Demo::explain)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    /** {@code demo --epochs 5} means {@code demo glyphs --epochs 5}. */
    private static String[] withDefaultCommand(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (all.isEmpty() || (all.get(0).startsWith("-") && !OWN_OPTIONS.contains(all.get(0)))) {
            all.add(0, DEFAULT_COMMAND);
        }
        return all.toArray(String[]::new);
    }

    private static int explain(ParameterException mistake, String... args) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** What a person can put right is told in words; anything else is a bug and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof IllegalArgumentException
                || failure instanceof DataFileException
                || failure instanceof UncheckedIOException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
