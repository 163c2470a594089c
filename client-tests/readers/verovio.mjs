// Draws every score of the given folders. Fails on warnings of verovio, on notes and measures that are not drawn, and on
// notes with another onset than in the MIDI file next to the score.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import createVerovioModule from 'verovio/wasm';
import { enableLogToBuffer, VerovioToolkit } from 'verovio/esm';
import { read } from './midi.mjs';

const module = await createVerovioModule();
// It warns on standard error. Each call empties the log buffer, so it is read after each call.
enableLogToBuffer(true, module);
const verovio = new VerovioToolkit(module);
const warnings = [];

function ask(method, ...parameters) {
  const answer = verovio[method](...parameters);
  const log = verovio.getLog().trim();
  if (log !== '') {
    warnings.push(log);
  }
  return answer;
}

const count = (text, pattern) => [...text.matchAll(pattern)].length;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

function faultsOf(score, midi) {
  const xml = readFileSync(score, 'utf8');
  if (!ask('loadData', xml)) {
    return ['it cannot be read', ...warnings.splice(0)];
  }
  const pages = Array.from({ length: verovio.getPageCount() }, (_, page) => ask('renderToSVG', page + 1));
  const drawn = (element) => sum(pages.map((svg) => count(svg, new RegExp(`class="${element}["\\s]`, 'g'))));
  const notes = count(xml, /<(pitch|unpitched)>/g);
  const measures = count(xml, /<measure /g) / count(xml, /<part /g);
  drawnNotes += drawn('note');
  return [
    ...missing('notes', notes, drawn('note')),
    ...missing('measures', measures, drawn('measure')),
    ...(existsSync(midi) ? shifts(midi) : []),
    ...warnings.splice(0),
  ];
}

function missing(what, wanted, found) {
  return wanted === found ? [] : [`${found} of ${wanted} ${what} are drawn`];
}

/** Verovio computes with note values, dots and tuplets, Fermata with lengths: the onsets must be the same. */
function shifts(midi) {
  const theirs = read(Buffer.from(ask('renderToMIDI'), 'base64'));
  const [heard, told] = [onsets(theirs), onsets(read(readFileSync(midi)))];
  const tick = 1 / theirs.division;
  const same = heard.length === told.length && told.every((onset, i) => Math.abs(onset - heard[i]) <= tick);
  return same ? [] : [`verovio hears notes at ${heard.join(' ')}, the MIDI has them at ${told.join(' ')}`];
}

/** In quarter notes. */
function onsets({ division, tracks }) {
  const all = tracks.flatMap(({ notes }) => notes.map(({ start }) => start / division));
  return [...new Set(all)].sort((a, b) => a - b);
}

let drawnNotes = 0;
let scores = 0;
for (const folder of process.env.SCORES.split(delimiter)) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.musicxml'))) {
    scores++;
    const score = join(folder, name);
    const faults = faultsOf(score, score.replace(/\.musicxml$/, '.mid'));
    if (faults.length > 0) {
      console.log(`${score}: ${faults.join('; ')}`);
      process.exitCode = 1;
    }
  }
}
console.log(`verovio drew ${scores} scores with ${drawnNotes} notes`);
