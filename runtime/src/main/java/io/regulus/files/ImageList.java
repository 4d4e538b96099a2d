package io.regulus.files;

import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder that has one folder for each class.
 *
 * @param folder that of all
 * @param files class by class, by name
 * @param labels of each file
 * @param classes names by label
 */
record ImageList(Path folder, List<Path> files, List<Integer> labels, List<String> classes) {
    /** What operating systems leave in folders, beside hidden files. */
    private static final Set<String> OF_SYSTEMS = Set.of("Thumbs.db", "desktop.ini");

    static ImageList of(Path folder, List<String> classes) {
        List<Path> folders = sorted(folder).stream().filter(Files::isDirectory).toList();
        if (folders.isEmpty()) {
            throw new DataFileException(
                    folder + ": has no folders; expected one for each class, with the images of the class in it");
        }
        List<String> found = folders.stream().map(ImageList::name).toList();
        NameIndex index = NameIndex.inOrder(classes.isEmpty() ? found : classes);
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path ofClass : folders) {
            OptionalInt label = index.find(name(ofClass));
            if (label.isEmpty()) {
                throw new DataFileException(ofClass + ": is none of the classes "
                        + classes.stream().limit(20).toList() + Names.suggestion(name(ofClass), classes)
                        + " Move the folder away, or name it in classes(...)");
            }
            List<Path> images = images(ofClass);
            if (images.isEmpty() && classes.isEmpty()) {
                throw new DataFileException(ofClass + ": a class without images; add some, or remove the folder");
            }
            files.addAll(images);
            images.forEach(unused -> labels.add(label.getAsInt()));
        }
        if (files.isEmpty()) {
            throw new DataFileException(folder + ": there are no images in the folders of the classes");
        }
        return new ImageList(folder, files, labels, index.names());
    }

    private static List<Path> images(Path ofClass) {
        List<Path> files = sorted(ofClass);
        files.stream().filter(Files::isDirectory).findFirst().ifPresent(inner -> {
            throw new DataFileException(ofClass + ": holds the folder '" + name(inner)
                    + "', but images lie directly in the folder of their class. Read one part at a time, as in"
                    + " ImageFolder.read(Path.of(\"" + ofClass.getFileName()
                    + "\")), where these are the parts, or move the images up");
        });
        return files;
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !name(path).startsWith(".") && !OF_SYSTEMS.contains(name(path)))
                    .sorted(Comparator.comparing(ImageList::name))
                    .toList();
        } catch (NoSuchFileException none) {
            throw DataFiles.unreadable(folder, none);
        } catch (IOException failure) {
            throw new DataFileException(
                    folder + ": is no folder that can be listed; give one with a folder for each class", failure);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
