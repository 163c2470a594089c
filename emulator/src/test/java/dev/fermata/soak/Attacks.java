package dev.fermata.soak;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.disaster.FullDisk;
import dev.fermata.soak.disaster.KillNine;
import dev.fermata.soak.fuzz.Fuzz;
import dev.fermata.soak.load.EveryScenario;
import dev.fermata.soak.load.ManyJobs;
import dev.fermata.soak.load.ManyWorlds;
import dev.fermata.soak.load.MixedLoad;
import dev.fermata.soak.load.Refusals;
import dev.fermata.soak.load.UsualTime;
import dev.fermata.soak.load.WorldsEnded;
import dev.fermata.soak.siege.Besieger;
import dev.fermata.soak.siege.Siege;
import dev.fermata.soak.siege.SlowReaders;
import dev.fermata.soak.siege.UnfinishedUpload;
import dev.fermata.soak.siege.UnreadDownload;
import java.util.ArrayList;
import java.util.List;

/** All attacks. */
public final class Attacks {
    private static final Besieger STALLED = new UnfinishedUpload(false);
    private static final Besieger DRIPPING = new UnfinishedUpload(true);
    private static final Besieger UNREAD = new UnreadDownload(false);

    /** The three at once, since each takes as long as the server waits for them. */
    private static final Attack SIEGE = new Siege("siege", List.of(STALLED, DRIPPING, UNREAD));

    private static final List<Attack> SIEGES = List.of(
            new Siege("stalled-uploads", List.of(STALLED)),
            new Siege("dripping-uploads", List.of(DRIPPING)),
            new Siege("unread-downloads", List.of(UNREAD)));

    private static final List<Attack> OTHERS = List.of(
            new UsualTime(),
            new MixedLoad(),
            new SlowReaders(),
            new Refusals(),
            new EveryScenario(),
            new WorldsEnded(),
            new Fuzz(),
            new ManyJobs(),
            new ManyWorlds(),
            new KillNine(),
            new FullDisk());

    private Attacks() {}

    public static List<Attack> all() {
        List<Attack> all = new ArrayList<>(longForm());
        all.add(SIEGE);
        return List.copyOf(all);
    }

    /** Those of the short form. */
    public static List<Attack> shortForm() {
        List<Attack> all = new ArrayList<>(OTHERS);
        all.add(SIEGE);
        return List.copyOf(all);
    }

    /** Those of the long form. */
    public static List<Attack> longForm() {
        List<Attack> all = new ArrayList<>(OTHERS);
        all.addAll(SIEGES);
        return List.copyOf(all);
    }
}
