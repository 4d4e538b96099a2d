package io.regulus.train;

/**
 * Something on which the steps of a run depend: a run that goes on has to have the same.
 *
 * @param name as a person would say it
 * @param value as text
 * @param cure how to have another value, {@code %s} standing for it, such as {@code Fit.batchSize(%s)}
 */
public record RunSetting(String name, String value, String cure) {}
