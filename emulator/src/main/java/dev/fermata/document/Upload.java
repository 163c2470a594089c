package dev.fermata.document;

import dev.fermata.disk.StorageException;
import dev.fermata.document.facts.Facts;
import dev.fermata.document.facts.Sniffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one upload on their way in: written, looked at, then kept or forgotten.
 *
 * <p>They go to disk as they come. Closing an upload that was not kept leaves nothing behind.
 */
public final class Upload extends OutputStream {
    private final Documents documents;
    private final Path file;
    private final OutputStream out;
    private final MessageDigest digest = newDigest();
    private final byte[] head = new byte[Sniffer.HEAD_BYTES];
    private long size;
    private long room;
    private boolean closed;
    private @Nullable String hash;
    private @Nullable Facts facts;

    Upload(Documents documents, Path folder) {
        this.documents = documents;
        try {
            this.file = Files.createTempFile(folder, "upload-", "");
            this.out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (size < head.length) {
            System.arraycopy(bytes, offset, head, (int) size, (int) Math.min(length, head.length - size));
        }
        digest.update(bytes, offset, length);
        takeRoom(length);
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
        size += length;
    }

    /** How many bytes have been written. */
    public long size() {
        return size;
    }

    /** What the bytes are. Ends the writing. */
    public Facts facts() throws IOException {
        if (facts == null) {
            facts = documents.factsOf(sha256(), file, head, (int) Math.min(size, head.length));
        }
        return facts;
    }

    /** Keeps the bytes as a document of the world, which then outlives this upload until it is released. */
    public Document keep() throws IOException {
        if (facts().format().isSheet()) {
            takeRoom(Document.PICTURE_BYTES);
        }
        return documents.keep(this, facts(), file);
    }

    private void takeRoom(long bytes) {
        documents.takeRoom(bytes);
        room += bytes;
    }

    /** The room that it has taken belongs to the document now. */
    void passRoomOn() {
        room = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            Files.deleteIfExists(file);
        } finally {
            documents.giveRoomBack(room);
            documents.leave();
        }
    }

    /** The hash of the bytes, 64 hex digits. Ends the writing. */
    public String sha256() throws IOException {
        if (hash == null) {
            out.close();
            hash = HexFormat.of().formatHex(digest.digest());
        }
        return hash;
    }

    /** What documents are named by. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
