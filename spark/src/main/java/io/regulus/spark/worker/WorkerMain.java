package io.regulus.spark.worker;

import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.engine.Natives;
import io.regulus.engine.ProcessGroup;
import io.regulus.engine.SessionOpener;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.spark.data.ModelTypes;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.HistoryText;
import io.regulus.spark.job.Limits;
import io.regulus.spark.job.TrainingJob;
import io.regulus.train.Fit;
import io.regulus.train.History;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;

/** Trains, as one of the workers of a job: started by a task of Spark with the folder of its {@link WorkOrder}. */
public final class WorkerMain {
    private final WorkFolder folder;
    private final WorkOrder order;
    private final Parent parent;

    private WorkerMain(WorkFolder folder, WorkOrder order, Parent parent) {
        this.folder = folder;
        this.order = order;
        this.parent = parent;
    }

    /** Trains, says so and ends the process. */
    public static void main(String[] arguments) {
        // what others print goes to the log: standard output is for messages
        // what is printed to it is in the encoding of the system, which may have no other than ASCII
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        WorkFolder folder = new WorkFolder(Path.of(arguments[0]));
        Parent parent = new Parent(messages, folder);
        parent.watch();
        try {
            new WorkerMain(folder, WorkOrder.read(folder.order()), parent).run();
            parent.tell(new Message.Done());
        } catch (Throwable failure) {
            parent.tell(new Message.Failed(Failure.of(failure)));
        }
        // threads of TensorFlow's server would keep the process
        Runtime.getRuntime().halt(0);
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        Settings settings = settings();
        TrainingJob job = order.job();
        Dataset rows = rows(folder.rows());
        try (Model model = model(settings)) {
            job.attachments().forEach(model::attach);
            if (order.rank() == 0) {
                // what could not be handed over is not worth the training
                model.save(folder.model());
                order.requireHandedOver(folder.model());
            }
            History history = model.fit(rows, fit());
            if (order.rank() == 0) {
                parent.tell(new Message.Progressed());
                model.save(folder.model());
                Files.writeString(folder.history(), HistoryText.write(history));
            }
        }
    }

    private Settings settings() throws IOException, InterruptedException, TimeoutException {
        ClusterSpec cluster = order.job().cluster();
        Settings settings = Settings.defaults()
                .withSeed(order.job().fit().modelSeed())
                .withThreads(cluster.threads(), 0)
                .withDevice(cluster.device());
        // a group also where it is alone: what comes out must not depend on the number of workers
        return settings.withGroup(
                new ProcessGroup(order.rank(), order.workers(), cluster.averagedEvery(), sessions(cluster)));
    }

    /** In a worker that is alone those of this process: no server, which would listen to everyone. */
    private SessionOpener sessions(ClusterSpec cluster) throws IOException, InterruptedException, TimeoutException {
        if (order.workers() == 1) {
            return Session::new;
        }
        // now, for while it is loaded another program may take the port
        Natives.load();
        Limits limits = cluster.limits();
        Addresses workers;
        try (PortHold port = PortHold.take(cluster.ports())) {
            parent.tell(new Message.Listening(port.port()));
            workers = new Addresses(parent.addresses(limits.startSeconds()));
        }
        // the parent ends what stalls; in the first step a worker may wait for as long as another one takes to start
        int waitSeconds = Math.max(limits.startSeconds(), limits.stallSeconds());
        GroupServer server = server(workers, waitSeconds);
        workers.await(limits.startSeconds());
        return server;
    }

    private GroupServer server(Addresses workers, int waitSeconds) throws IOException {
        int threads = order.job().cluster().threads();
        try {
            return GroupServer.start(workers.all(), order.rank(), threads, waitSeconds);
        } catch (TensorFlowException taken) {
            throw new IOException(
                    "cannot listen at " + workers.all().get(order.rank()) + ": another program has taken it", taken);
        }
    }

    private Dataset rows(Path file) throws IOException {
        TrainingJob job = order.job();
        return job.layout()
                .dataset(RowFile.parts(file, job.layout().bytes()), job.fit().classNames());
    }

    private Model model(Settings settings) {
        TrainingJob job = order.job();
        return ModelTypes.of(job.modelClass()).create(job.numbers(), settings);
    }

    private Fit fit() throws IOException {
        FitSpec spec = order.job().fit();
        Fit fit = Fit.epochs(spec.epochs())
                .batchSize(spec.batchSize())
                .shuffle(spec.shuffle())
                .seed(spec.rowSeed())
                .verbose(false)
                .callback(parent);
        if (order.validated()) {
            fit = fit.validateOn(rows(folder.validationRows()));
        }
        CheckpointSpec checkpoints = order.job().cluster().checkpoints();
        return checkpoints.on() ? fit.checkpoints(checkpoints(checkpoints)) : fit;
    }

    private Checkpoints checkpoints(CheckpointSpec spec) {
        Checkpoints local = Checkpoints.in(folder.checkpoints()).everyEpochs(spec.everyEpochs());
        Checkpoints all = spec.everySteps() == 0 ? local : local.everySteps(spec.everySteps());
        return order.rank() == 0 ? all : all.asFollower();
    }
}
