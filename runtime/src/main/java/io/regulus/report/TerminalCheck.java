package io.regulus.report;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Whether a person watches standard output, or a file or a pipe takes it. */
final class TerminalCheck {
    private TerminalCheck() {}

    // Error Prone warns that from JDK 22 on the console being there says nothing; isTerminal below is the answer to
    // that.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /**
     * Up to JDK 21 a console is there on terminals only. From JDK 22 on it may always be there and has {@code
     * isTerminal}, which code compiled for 17 can only reach by its name.
     */
    private static boolean isTerminal(Console console) {
        MethodHandle isTerminal;
        try {
            isTerminal = MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (IllegalAccessException impossible) {
            throw new AssertionError("Console.isTerminal is public", impossible);
        }
        try {
            return (boolean) isTerminal.invokeExact(console);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new AssertionError("Console.isTerminal declares no exception", impossible);
        }
    }
}
