package io.regulus.doctor;

import io.regulus.doctor.Finding.Grade;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Looks at the JVM, the machine, the native libraries on the class path and the GPU, and computes something. Run it with the class path of
 * the program that does not work:
 *
 * <pre>{@code
 * java -cp ... io.regulus.doctor.Doctor
 * }</pre>
 *
 * <p>Exit code 0 if models work, 1 if something is bad, 2 for unknown options.
 */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says whether TensorFlow works on this machine, and what to do where it does not.",
        footer = {"", "Exit code 0 if models work, 1 if something is BAD."})
public final class Doctor implements Callable<Integer> {
    private static final int INDENT = 8;

    @Spec
    private CommandSpec spec;

    private final List<Check> checks;

    private Doctor(List<Check> checks) {
        this.checks = checks;
    }

    /** Runs it, and ends the JVM. */
    public static void main(String[] args) {
        System.exit(commandLine(List.of(
                        new JvmCheck(),
                        new MachineCheck(),
                        new NativesCheck(Doctor.class.getClassLoader()),
                        new TensorFlowCheck(),
                        new GpuCheck(Doctor.class.getClassLoader(), new Libraries())))
                .execute(args));
    }

    static CommandLine commandLine(List<Check> checks) {
        return new CommandLine(new Doctor(checks));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int bad = 0;
        for (Check check : checks) {
            out.println(check.title());
            // should the next one take the JVM with it, this much has been said
            out.flush();
            for (Finding finding : check.findings()) {
                print(out, finding);
                bad += finding.grade() == Grade.BAD ? 1 : 0;
            }
            out.println();
        }
        out.println(
                bad == 0
                        ? "Models work here."
                        : bad + (bad == 1 ? " thing is bad" : " things are bad") + ": see what follows \"do:\" above.");
        out.flush();
        return bad == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf("  %-" + (INDENT - 2) + "s%s%n", finding.grade().word(), indented(finding.text()));
        if (!finding.cure().isEmpty()) {
            out.println(" ".repeat(INDENT) + "do: " + indented(finding.cure()));
        }
        out.flush();
    }

    private static String indented(String text) {
        return text.replace("\n", "\n" + " ".repeat(INDENT));
    }
}
