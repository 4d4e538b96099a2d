package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.processor.Fixture.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong model fails with exactly the messages it declares, on their lines. */
@Execution(ExecutionMode.CONCURRENT)
class FixtureTest {
    @TempDir
    Path output;

    static Stream<Fixture> wrong() {
        return Fixture.in("fixtures");
    }

    static Stream<Fixture> right() {
        return Fixture.in("models");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isReported(Fixture fixture) throws IOException {
        assertThat(fixture.expected()).isNotEmpty();
        check(fixture, Compilers.JAVAC);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isReportedByEclipse(Fixture fixture) throws IOException {
        check(fixture, Compilers.ECLIPSE);
    }

    @ParameterizedTest
    @MethodSource("right")
    void isSilent(Fixture fixture) throws IOException {
        check(fixture, Compilers.JAVAC);
    }

    @ParameterizedTest
    @MethodSource("right")
    void isSilentInEclipse(Fixture fixture) throws IOException {
        check(fixture, Compilers.ECLIPSE);
    }

    private void check(Fixture fixture, Compilers compiler) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> found =
                compiler.compile(List.of(fixture.path()), output, fixture.options(), Compilers.processor()).stream()
                        .filter(message -> isAbout(fixture, message))
                        .sorted(Comparator.comparing(FixtureTest::line).thenComparing(FixtureTest::code))
                        .toList();
        List<Expected> expected = fixture.expected().stream()
                .filter(mark -> mark.compiler().map(compiler.title()::equals).orElse(true))
                .sorted(Comparator.comparing(Expected::line).thenComparing(Expected::code))
                .toList();
        assertWithMessage("%s", found)
                .that(found.stream().map(message -> line(message) + " " + code(message)))
                .containsExactlyElementsIn(expected.stream()
                        .map(mark -> mark.line() + " " + mark.code())
                        .toList());
        for (int i = 0; i < found.size(); i++) {
            String message = found.get(i).getMessage(Locale.ROOT);
            expected.get(i).pieces().forEach(piece -> assertThat(message).contains(piece));
            assertThat(isError(found.get(i)))
                    .isEqualTo(code(found.get(i)).compareTo("RG100") < 0
                            || code(found.get(i)).equals("compiler"));
        }
    }

    /** Generated files cannot compile here: the runtime is on no processor's path. */
    private static boolean isAbout(Fixture fixture, Diagnostic<? extends JavaFileObject> message) {
        return message.getSource() == null
                ? isError(message)
                : message.getSource()
                        .getName()
                        .endsWith(fixture.path().getFileName().toString());
    }

    private static boolean isError(Diagnostic<?> message) {
        return message.getKind() == Diagnostic.Kind.ERROR;
    }

    private static long line(Diagnostic<?> message) {
        return Math.max(0, message.getLineNumber());
    }

    private static String code(Diagnostic<?> message) {
        String text = message.getMessage(Locale.ROOT);
        int start = text.indexOf("[RG");
        return start < 0 ? "compiler" : text.substring(start + 1, start + 6);
    }
}
