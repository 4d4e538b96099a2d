package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.testing.ForkedJvm;
import io.regulus.testing.Nets_FullModel;
import org.junit.jupiter.api.Test;

/** Without the native library a message says which dependency to add. */
class MissingNativesTest {
    private static final String DEPENDENCY = """
              <dependency>
                <groupId>org.tensorflow</groupId>
                <artifactId>tensorflow-core-native</artifactId>
                <version>1.1.0</version>
                <classifier>linux-x86_64</classifier>
                <scope>runtime</scope>
              </dependency>
            """;

    /** Run without the native jar. */
    static final class CreateModel {
        private CreateModel() {}

        public static void main(String... args) {
            Nets_FullModel.create().close();
        }
    }

    @Test
    void theMessageHoldsTheDependency() {
        assertThat(Natives.missing("linux-x86_64")).contains("linux-x86_64 is not on the class path");
        assertThat(Natives.missing("linux-x86_64")).contains(DEPENDENCY);
        assertThat(Natives.missing("macosx-arm64")).contains("<classifier>macosx-arm64</classifier>");
    }

    @Test
    void creatingAModelWithoutTheNativeJarFailsWithThatMessage() {
        ForkedJvm without =
                ForkedJvm.run(CreateModel.class, jar -> !jar.matches("tensorflow-core-native-[0-9.]+-.*[.]jar"));
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.output()).contains("io.regulus.engine.MissingNativesException");
        assertThat(without.output()).contains("<artifactId>tensorflow-core-native</artifactId>");
        assertThat(without.output()).doesNotContain("UnsatisfiedLinkError");
    }
}
