package io.regulus.save;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of what a model file says: all metadata but the digest itself, by name, then all tensors, by name, each
 * with its name, type, shape and data. Text and counts are preceded by their length, so that no two contents give the
 * same bytes. Not of the file: it holds whatever order and spacing the JSON has, so that other tools may rewrite a
 * file without changing it.
 */
final class ContentDigest {
    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** 64 hexadecimal digits; {@code ownKey} is left out of the metadata. */
    static String of(Map<String, String> metadata, String ownKey, List<NamedTensor> tensors) {
        ContentDigest content = new ContentDigest();
        TreeMap<String, String> texts = new TreeMap<>(metadata);
        texts.remove(ownKey);
        content.add(texts.size());
        texts.forEach((name, value) -> {
            content.add(name);
            content.add(value);
        });
        List<NamedTensor> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparing(NamedTensor::name));
        content.add(sorted.size());
        sorted.forEach(content::add);
        return HexFormat.of().formatHex(content.digest.digest());
    }

    private void add(NamedTensor tensor) {
        add(tensor.name());
        add(tensor.type().name());
        add(tensor.shape().size());
        tensor.shape().forEach(this::add);
        digest.update(tensor.data());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long value) {
        digest.update(number.clear().putLong(value).flip());
    }
}
