/**
 * Files that rows are read from: {@link io.regulus.files.CsvFiles}, {@link io.regulus.files.ImageFolder}, {@link
 * io.regulus.files.TextFiles}, {@link io.regulus.files.IdxFiles}, {@link io.regulus.files.CifarFiles}. Each is a {@link
 * io.regulus.files.RowReader}: it loads all rows or hands them out in blocks, and refuses bad rows or skips and counts them. What a file
 * should hold and does not is a {@link io.regulus.files.DataFileException} that names the file, the place, the value and the cure.
 */
package io.regulus.files;
