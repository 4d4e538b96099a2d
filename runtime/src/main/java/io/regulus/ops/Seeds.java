package io.regulus.ops;

/** Seeds that depend on a run's seed and a name, so that two layers never draw the same numbers. */
final class Seeds {
    private Seeds() {}

    /**
     * A well-mixed 63-bit seed: FNV-1a over the name, then SplitMix64's finaliser over it and the run's seed. Written out
     * because {@code String.hashCode} has 32 bits only and maps similar names to neighbouring values.
     */
    static long of(long seed, String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        long mixed = hash + seed * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (mixed ^ (mixed >>> 31)) & Long.MAX_VALUE;
    }
}
