package io.regulus.samples;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints, line by line, so that a person sees how far it is. */
public record Console(PrintWriter out) {
    /** That of a command. */
    public static Console of(CommandSpec command) {
        return new Console(command.commandLine().getOut());
    }

    /** Prints a line. */
    public void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Prints lines as they are. */
    public void print(Object lines) {
        out.print(lines);
        out.flush();
    }

    /** Says where the sources generated for the model classes of a package are, if they are there. */
    public void sayGeneratedSources(Package models) {
        Places.generatedSources(models).ifPresent(sources -> say("Generated sources  %s", Places.show(sources)));
    }
}
