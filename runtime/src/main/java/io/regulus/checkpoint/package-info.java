/**
 * Fits that go on where they ended. {@link io.regulus.checkpoint.Checkpoints} keeps a run in a folder; each checkpoint is a folder of its
 * own that is there as a whole or not at all, and holds a saved model beside the state of the run.
 */
package io.regulus.checkpoint;
