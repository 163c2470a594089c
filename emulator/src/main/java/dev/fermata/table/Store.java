package dev.fermata.table;

/**
 * Where changes go to last longer than the process. Called under the lock of the tables; a failure undoes the change.
 */
public interface Store {
    /** Keeps nothing: the rows in memory are all there is. */
    Store MEMORY = new Store() {
        @Override
        public void write(Write write) {}

        @Override
        public void commit() {}
    };

    /** Takes one write of the open change. */
    void write(Write write);

    /** Makes all writes since the last commit last. */
    void commit();

    /**
     * One write.
     *
     * @param table the name of the table
     * @param id the id of the row
     * @param kind what happens to the row
     */
    record Write(String table, String id, Kind kind) {
        /** What happens to a row. */
        public enum Kind {
            INSERT,
            UPDATE,
            DELETE
        }
    }
}
