package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The events of one track, in order. The JDK's MIDI reader is not safe for untrusted files: it allocates the length
 * that a file claims, uses about fifty bytes for each byte, and needs quadratic time for unordered events.
 */
final class TrackReader {

    private static final int META = 0xFF;
    private static final int END_OF_TRACK = 0x2F;
    private static final int EXCLUSIVE = 0xF0;
    private static final int END_OF_EXCLUSIVE = 0xF7;
    private static final int TUNE_REQUEST = 0xF6;
    private static final int FIRST_REAL_TIME = 0xF8;

    private final ByteBuffer bytes;
    private final Events events;
    private final long lastTick;
    private long tick;
    private int status;
    private boolean ended;

    /** Receives the events of a track; ticks are the file's. */
    interface Events {

        void strike(long tick, int channel, int key) throws UnreadableScoreException;

        void release(long tick, int channel, int key);

        void program(int channel, int program);

        void meta(long tick, int type, byte[] data) throws UnreadableScoreException;

        void end(long tick);
    }

    /**
     * @param lastTick the last tick at which an event may happen
     */
    TrackReader(ByteBuffer bytes, long lastTick, Events events) {
        this.bytes = bytes;
        this.lastTick = lastTick;
        this.events = events;
    }

    void read() throws UnreadableScoreException {
        try {
            while (!ended && bytes.hasRemaining()) {
                event();
            }
        } catch (BufferUnderflowException cut) {
            throw new UnreadableScoreException("a track ends in the middle of an event", cut);
        }
        events.end(tick);
    }

    private void event() throws UnreadableScoreException {
        tick += number();
        Limits.check(tick <= lastTick, "the score is longer than " + Limits.QUARTERS_IN_ALL + " quarter notes");
        int first = bytes.get() & 0xFF;
        if (first == META) {
            meta();
        } else if (first == EXCLUSIVE || first == END_OF_EXCLUSIVE) {
            data(number());
        } else if (first > EXCLUSIVE) {
            system(first);
        } else {
            channel(first);
        }
    }

    /** System messages are not valid in files, but some sequencers record them. */
    private void system(int first) throws UnreadableScoreException {
        switch (first) {
            case 0xF1, 0xF3 -> dataByte();
            case 0xF2 -> {
                dataByte();
                dataByte();
            }
            default -> Limits.check(first >= TUNE_REQUEST, "a track contains an invalid event");
        }
    }

    /** The next byte that is not a real-time message; those may come between any others. */
    private int dataByte() {
        int next = bytes.get() & 0xFF;
        while (next >= FIRST_REAL_TIME && next < META) {
            next = bytes.get() & 0xFF;
        }
        return next & 0x7F;
    }

    private void meta() throws UnreadableScoreException {
        int type = bytes.get() & 0xFF;
        byte[] data = data(number());
        if (type == END_OF_TRACK) {
            ended = true;
        } else {
            events.meta(tick, type, data);
        }
    }

    private void channel(int first) throws UnreadableScoreException {
        // Running status: an event that starts with data repeats the previous status.
        boolean running = first < 0x80;
        status = running ? status : first;
        Limits.check(status != 0, "a track contains an invalid event");
        int one = running ? first : dataByte();
        int channel = status & 0x0F;
        switch (status >> 4) {
            case 0x8 -> {
                dataByte();
                events.release(tick, channel, one);
            }
            case 0x9 -> {
                // Velocity 0 means note-off.
                if (dataByte() == 0) {
                    events.release(tick, channel, one);
                } else {
                    events.strike(tick, channel, one);
                }
            }
            case 0xC -> events.program(channel, one);
            case 0xD -> {}
            default -> dataByte();
        }
    }

    private byte[] data(int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] data = new byte[length];
        bytes.get(data);
        return data;
    }

    /** A number of up to four bytes, seven bits in each. */
    private int number() throws UnreadableScoreException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            byte next = bytes.get();
            value = (value << 7) | (next & 0x7F);
            if (next >= 0) {
                return value;
            }
        }
        throw new UnreadableScoreException("a track contains a number of more than four bytes");
    }
}
