// Prints the contents of the MIDI files of a folder, in lines that can be compared with another reader's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './midi.mjs';

const folder = process.env.SCORES;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.mid')).sort()) {
  const { division, tracks } = read(readFileSync(join(folder, name)));
  console.log(`${name} ${division}`);
  tracks.forEach(({ notes, events }, track) => {
    const lines = [...events, ...notes.map(({ start, end, channel, key }) => `${start} to ${end}: ${channel} ${key}`)];
    lines.sort().forEach((line) => console.log(`${track}: ${line}`));
  });
}
