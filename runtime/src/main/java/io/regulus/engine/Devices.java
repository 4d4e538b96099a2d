package io.regulus.engine;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CloseSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteStatus;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Message;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewStatus;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OK;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.ConfigProto;

/**
 * The devices of this machine that TensorFlow can use.
 *
 * @param gpus names of the GPUs, such as {@code GPU:0}
 */
record Devices(List<String> gpus) {
    static final Devices CPU_ONLY = new Devices(List.of());

    Devices {
        gpus = List.copyOf(gpus);
    }

    /** Whether ops run on a GPU where they can. */
    boolean gpu() {
        return !gpus.isEmpty();
    }

    /**
     * What a model with these settings runs on.
     *
     * @param threads those its session is to have: the first session of a process fixes the threads of all
     * @throws MissingDeviceException if a GPU is asked for and there is none
     */
    static Devices of(Settings settings, Threads threads) {
        if (settings.device() == Device.CPU) {
            return CPU_ONLY;
        }
        // natives for the CPU know no other device: asking them costs a session
        Devices found = Natives.haveGpuBuild()
                ? new Devices(names(SessionConfig.of(settings, threads)).stream()
                        .filter(name -> name.startsWith("GPU:"))
                        .toList())
                : CPU_ONLY;
        if (settings.device() == Device.GPU && !found.gpu()) {
            throw new MissingDeviceException(
                    Natives.haveGpuBuild()
                            ? "no GPU: TensorFlow's GPU build is on the class path and finds none. It needs an NVIDIA"
                                    + " driver (nvidia-smi shows the GPU) and the libraries of CUDA 12 and cuDNN 9 on"
                                    + " the library path; TF_CPP_MIN_LOG_LEVEL=0 in the environment shows what is"
                                    + " missing. Device.AUTO runs on the CPU instead."
                            : "no GPU: the native library on the class path is TensorFlow's CPU build. Depend on"
                                    + " tensorflow-core-native with the classifier linux-x86_64-gpu, or use"
                                    + " Device.AUTO.");
        }
        return found;
    }

    /**
     * The short names of all devices. TensorFlow Java has no call for this: the C API is asked, of a session that is closed again.
     */
    static List<String> names(ConfigProto config) {
        TF_Status status = TF_NewStatus();
        TF_SessionOptions options = TF_NewSessionOptions();
        TF_Graph graph = TF_NewGraph();
        try (BytePointer proto = new BytePointer(config.toByteArray())) {
            TF_SetConfig(options, proto, proto.capacity(), status);
            requireOk(status);
            TF_Session session = TF_NewSession(graph, options, status);
            requireOk(status);
            try {
                return names(session, status);
            } finally {
                TF_CloseSession(session, status);
                TF_DeleteSession(session, status);
            }
        } finally {
            TF_DeleteGraph(graph);
            TF_DeleteSessionOptions(options);
            TF_DeleteStatus(status);
        }
    }

    private static List<String> names(TF_Session session, TF_Status status) {
        TF_DeviceList devices = TF_SessionListDevices(session, status);
        requireOk(status);
        try {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < TF_DeviceListCount(devices); i++) {
                names.add(shortName(TF_DeviceListName(devices, i, status).getString()));
            }
            return names;
        } finally {
            TF_DeleteDeviceList(devices);
        }
    }

    /** {@code GPU:0} of {@code /job:localhost/replica:0/task:0/device:GPU:0}. */
    static String shortName(String device) {
        return device.replaceFirst("^.*device:", "");
    }

    private static void requireOk(TF_Status status) {
        if (TF_GetCode(status) != TF_OK) {
            throw new IllegalStateException(
                    "TensorFlow cannot list its devices: " + TF_Message(status).getString());
        }
    }
}
