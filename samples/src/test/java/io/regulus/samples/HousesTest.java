package io.regulus.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The table of California Housing, with its missing values and its category, where it lies beside the checkout. */
class HousesTest {
    private static final Path TABLE = Path.of("../../shared/data/tabular/california_housing.csv");
    private static final Pattern R2 = Pattern.compile("R2 (\\d\\.\\d+)");

    @Test
    void pricesOfHousesArePredicted() {
        assumeTrue(Files.exists(TABLE), "there is no " + TABLE + ": the table is not beside this checkout");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine demo = Demo.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertEquals(0, Demo.run(demo, "houses", "--data", TABLE.toString(), "--epochs", "20"), err.toString());
        assertTrue(out.toString().contains("16512 to train on, 4128 to test on"), out.toString());
        Matcher reached = R2.matcher(out.toString());
        assertTrue(reached.find(), out.toString());
        // a linear regression reaches 0.64 on this table
        assertTrue(Double.parseDouble(reached.group(1)) >= 0.78, out.toString());
    }
}
