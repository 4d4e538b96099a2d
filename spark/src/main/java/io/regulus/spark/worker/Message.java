package io.regulus.spark.worker;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.Map;
import java.util.Optional;

/** What the process that trains tells the one that watches it: a line each on its standard output, among whatever else is printed. */
public sealed interface Message {
    /** It holds a port, at which it will listen for the others. */
    record Listening(int port) implements Message {}

    /** It lives, whatever its training does: sent every second. */
    record Alive() implements Message {}

    /** Steps were finished, up to this one over the life of the model; at most one message a second. */
    record Stepped(long step) implements Message {}

    /** It has gone on without a step: with a batch that is validated on, or to save the model; at most one message a second. */
    record Progressed() implements Message {}

    /**
     * An epoch ended.
     *
     * @param summary its losses and metrics, to be read by people
     */
    record EpochEnded(int epoch, String summary) implements Message {}

    /** All is done; what the first worker has to hand over lies in the folder. */
    record Done() implements Message {}

    /** It failed, and ends. */
    record Failed(Failure failure) implements Message {}

    /** Begins every message, so that what user code prints is not taken for one; native code may have left a line before it open. */
    String PREFIX = "\u0001regulus ";

    Map<String, Class<? extends Message>> KINDS = Map.of(
            "listening", Listening.class,
            "alive", Alive.class,
            "stepped", Stepped.class,
            "progressed", Progressed.class,
            "epoch", EpochEnded.class,
            "done", Done.class,
            "failed", Failed.class);

    /** The line to print. */
    default String line() {
        String kind = KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return PREFIX + kind + " " + new Gson().toJson(this);
    }

    /** The message of a line; empty where it is none, as when something else has printed it. */
    static Optional<Message> parse(String line) {
        int begin = line.indexOf(PREFIX);
        if (begin < 0) {
            return Optional.empty();
        }
        String[] parts = line.substring(begin + PREFIX.length()).split(" ", 2);
        Class<? extends Message> kind = KINDS.get(parts[0]);
        if (kind == null || parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new Gson().fromJson(parts[1], kind));
        } catch (JsonSyntaxException tornByAnotherPrint) {
            return Optional.empty();
        }
    }
}
