package dev.fermata.document;

import dev.fermata.disk.Disk;
import dev.fermata.disk.StorageException;
import dev.fermata.document.facts.Facts;
import dev.fermata.document.facts.FactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of one world, each kept once by the hash of its bytes, in a folder that is deleted with the world.
 *
 * <p>Beyond {@link #MOST_BYTES}, and where the {@link Disk} has no more room, the oldest sheets give up their bytes: only
 * pictures of them need these. Safe for use by many threads.
 */
@SuppressWarnings("try") // a claim is only held, never asked
public final class Documents implements AutoCloseable {
    /** How many bytes a world keeps on disk before the oldest of its sheets give up theirs: 2 GB. */
    public static final long MOST_BYTES = 2L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    /** The claim on the folder itself; no hash is spelled so. */
    private static final String FOLDER = "folder";

    private final Path folder;
    private final long mostBytes;
    private final Disk disk;

    /** The room that each document takes on disk, by its hash. */
    private final Map<String, Long> roomByHash = new ConcurrentHashMap<>();

    private final AtomicLong keptBytes = new AtomicLong();
    private final AtomicInteger uploads = new AtomicInteger();
    private volatile boolean closed;

    /** The hashes of the sheets whose bytes are kept, oldest first. Guarded by itself. */
    private final Set<String> oldestSheets = new LinkedHashSet<>();

    /** Files of one document are moved and deleted by one thread at a time, and never under a lock. */
    private final Claims claims = new Claims();

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final FactsReader facts = new FactsReader();

    /** Keeps documents in {@code folder}, which is made now and deleted by {@link #close}. */
    public Documents(Path folder, Disk disk) {
        this(folder, disk, MOST_BYTES);
    }

    /** The same where nothing else takes room. */
    public Documents(Path folder) {
        this(folder, MOST_BYTES);
    }

    Documents(Path folder, long mostBytes) {
        this(folder, Disk.unlimited(folder), mostBytes);
    }

    Documents(Path folder, Disk disk, long mostBytes) {
        this.folder = folder;
        this.disk = disk;
        this.mostBytes = mostBytes;
        make();
    }

    /** A place to write the bytes of one upload to; close it, whatever becomes of it. */
    public Upload receive() {
        enter();
        try {
            return new Upload(this, folder);
        } catch (StorageException failed) {
            leave();
            throw failed;
        }
    }

    /**
     * A document that is kept, and how many hold on to it.
     *
     * @param holders at least 1
     */
    public record Kept(Document document, int holders) {
        Kept heldBy(int more) {
            return new Kept(document, holders + more);
        }
    }

    /** All that are kept, by their hash; some sheets may have given up their bytes. */
    public List<Kept> kept() {
        return kept.values().stream()
                .sorted(Comparator.comparing(held -> held.document().sha256()))
                .toList();
    }

    /** Holds on to a document so many times more. */
    public void hold(Document document, int more) {
        kept.computeIfPresent(document.sha256(), (hash, held) -> held.heldBy(more));
    }

    /** Lets go of a document; the last to do so deletes its bytes, and what was drawn from them. */
    public void release(Document document) {
        String hash = document.sha256();
        try (Claims.Claim mine = claims.claim(hash)) {
            Kept before = kept.get(hash);
            Kept left = kept.computeIfPresent(hash, (same, held) -> held.holders() > 1 ? held.heldBy(-1) : null);
            if (before != null && left == null) {
                synchronized (oldestSheets) {
                    oldestSheets.remove(hash);
                }
                forget(before.document());
            }
        }
    }

    /** Where the bytes are. */
    public Path folder() {
        return folder;
    }

    /** How many different documents are kept. */
    public int count() {
        return kept.size();
    }

    Facts factsOf(String sha256, Path file, byte[] head, int headLength) throws IOException {
        return facts.of(sha256, file, head, headLength);
    }

    Document keep(Upload upload, Facts facts, Path received) throws IOException {
        String hash = upload.sha256();
        Document document = new Document(hash, upload.size(), facts, folder.resolve(hash));
        Kept now;
        try (Claims.Claim mine = claims.claim(hash)) {
            if (!Files.exists(document.file())) {
                moved(received, document.file());
                count(hash, upload.size(), facts, upload);
            }
            now = kept.merge(hash, new Kept(document, 1), (held, one) -> held.heldBy(1));
        }
        giveUpTheOldest();
        return now.document();
    }

    private void count(String hash, long size, Facts facts, Upload upload) {
        boolean isSheet = facts.format().isSheet();
        long room = isSheet ? size + Document.PICTURE_BYTES : size;
        upload.passRoomOn();
        if (roomByHash.putIfAbsent(hash, room) != null) {
            disk.giveBack(room); // its file was removed from outside, and its room never given back
            return;
        }
        keptBytes.addAndGet(room);
        if (isSheet) {
            synchronized (oldestSheets) {
                oldestSheets.add(hash);
            }
        }
    }

    private void giveUpTheOldest() {
        while (keptBytes.get() > mostBytes && giveUpOne(1)) {
            LOG.debug("a world keeps more than {} bytes", mostBytes);
        }
    }

    /** Takes room on the disk; where there is none, the oldest sheets of this world make it. */
    void takeRoom(long bytes) {
        while (!disk.take(bytes)) {
            if (!giveUpOne(0)) {
                throw disk.full();
            }
        }
    }

    void giveRoomBack(long bytes) {
        disk.giveBack(bytes);
    }

    /** The oldest sheet gives up its bytes, unless only {@code least} sheets have theirs; answers whether one did. */
    private boolean giveUpOne(int least) {
        String hash;
        synchronized (oldestSheets) {
            if (oldestSheets.size() <= least) {
                return false;
            }
            Iterator<String> sheets = oldestSheets.iterator();
            hash = sheets.next();
            sheets.remove();
        }
        try (Claims.Claim mine = claims.claim(hash)) {
            Kept held = kept.get(hash);
            if (held != null) {
                LOG.info("there is no more room for all sheets of a world: {} gives up its bytes", hash);
                forget(held.document());
            }
        }
        return true;
    }

    private void forget(Document document) {
        document.delete();
        giveUpRoom(document.sha256());
    }

    private void giveUpRoom(String hash) {
        Long room = roomByHash.remove(hash);
        if (room != null) {
            keptBytes.addAndGet(-room);
            disk.giveBack(room);
        }
    }

    /** An upload that was let in before the end of the world may come after it, and the folder may have been removed. */
    private void enter() {
        try (Claims.Claim mine = claims.claim(FOLDER)) {
            make();
            uploads.incrementAndGet();
        }
    }

    /** An upload is over. */
    void leave() {
        uploads.decrementAndGet();
        deleteUnused();
    }

    private void make() {
        try {
            if (!Files.isDirectory(folder)) {
                disk.make();
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    private static void moved(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    /** Deletes all of them, when the last upload that is under way is over. */
    @Override
    public void close() {
        closed = true;
        deleteUnused();
    }

    private void deleteUnused() {
        if (!closed) {
            return;
        }
        try (Claims.Claim mine = claims.claim(FOLDER)) {
            if (uploads.get() == 0) {
                deleteAll();
            }
        }
    }

    private void deleteAll() {
        kept.clear();
        synchronized (oldestSheets) {
            oldestSheets.clear();
        }
        List.copyOf(roomByHash.keySet()).forEach(this::giveUpRoom);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException removed) {
            LOG.debug("the folder was removed before the end of its world", removed);
        } catch (DirectoryNotEmptyException stillDrawn) {
            LOG.debug("a picture was drawn meanwhile; it goes with the server", stillDrawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
