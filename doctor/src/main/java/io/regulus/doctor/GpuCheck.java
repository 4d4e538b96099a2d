package io.regulus.doctor;

import io.regulus.engine.MissingNativesException;
import io.regulus.engine.Natives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an NVIDIA GPU can be used: TensorFlow's GPU build, the driver, CUDA 12 and cuDNN 9. */
final class GpuCheck implements Check {
    /** A library of the driver, of CUDA or of cuDNN. */
    private record Library(String name, String of, String cure) {}

    private static final String CUDA = "install CUDA 12 (on Debian and Ubuntu NVIDIA's package cuda-toolkit-12-5)";

    /** What TensorFlow 2.18 opens when it looks for a GPU. */
    private static final List<Library> NEEDED = List.of(
            new Library(
                    "libcuda.so.1",
                    "the NVIDIA driver",
                    "install the driver, 525 or newer; in a container start it with --gpus all. nvidia-smi then shows the GPU"),
            new Library("libcudart.so.12", "CUDA", CUDA),
            new Library("libcublas.so.12", "CUDA", CUDA),
            new Library("libcublasLt.so.12", "CUDA", CUDA),
            new Library("libcufft.so.11", "CUDA", CUDA),
            new Library("libcusolver.so.11", "CUDA", CUDA),
            new Library("libcusparse.so.12", "CUDA", CUDA),
            new Library("libcudnn.so.9", "cuDNN", "install cuDNN 9 for CUDA 12 (NVIDIA's package cudnn9-cuda-12)"));

    private final ClassLoader classes;
    private final Libraries libraries;

    GpuCheck(ClassLoader classes, Libraries libraries) {
        this.classes = classes;
        this.libraries = libraries;
    }

    @Override
    public String title() {
        return "GPU";
    }

    @Override
    public List<Finding> findings() {
        boolean build = classes.getResource(Platforms.library(Platforms.GPU)) != null;
        if (!build) {
            return List.of(withoutBuild());
        }
        List<Finding> findings = new ArrayList<>();
        NEEDED.forEach(library -> findings.add(found(library)));
        findings.add(device());
        return findings;
    }

    /** The CPU build is right where there is no GPU. */
    private Finding withoutBuild() {
        Optional<String> driver = libraries.loaded("libcuda.so.1");
        return driver.isPresent()
                ? Finding.note(
                        "there is an NVIDIA driver, " + driver.orElseThrow()
                                + ", and TensorFlow's build is that for the CPU",
                        "to use the GPU take the classifier " + Platforms.GPU + " in the place of linux-x86_64")
                : Finding.good("none is used: TensorFlow's build is that for the CPU, and there is no NVIDIA driver");
    }

    private Finding found(Library library) {
        Optional<String> loaded = libraries.loaded(library.name());
        if (loaded.isPresent()) {
            return Finding.good(library.name() + " of " + library.of() + ", " + loaded.orElseThrow());
        }
        return libraries
                .elsewhere(library.name())
                .map(file -> Finding.bad(
                        library.name() + " of " + library.of() + " lies in " + file
                                + ", where the loader does not look",
                        "add " + Path.of(file).getParent() + " to LD_LIBRARY_PATH in the environment"))
                .orElseGet(() -> Finding.bad(library.name() + " of " + library.of() + " is missing", library.cure()));
    }

    private static Finding device() {
        try {
            List<String> gpus = Natives.devices().stream()
                    .filter(device -> device.startsWith("GPU:"))
                    .toList();
            return gpus.isEmpty()
                    ? Finding.bad(
                            "TensorFlow finds no GPU",
                            "mend what is bad above; TF_CPP_MIN_LOG_LEVEL=0 in the environment shows what TensorFlow says itself."
                                    + " Models run on the CPU meanwhile")
                    : Finding.good("TensorFlow finds " + String.join(", ", gpus));
        } catch (MissingNativesException missing) {
            return Finding.bad("TensorFlow does not load", "see TensorFlow above");
        }
    }
}
