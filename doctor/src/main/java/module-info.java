/** Says whether TensorFlow works on this machine. */
module io.regulus.doctor {
    requires io.regulus.runtime;
    requires info.picocli;
    requires java.management;
    requires jdk.management;

    opens io.regulus.doctor to
            info.picocli;
}
