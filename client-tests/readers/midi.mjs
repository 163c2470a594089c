// The contents of a MIDI file, as npm's midi-file reads it. Ticks are the file's.
import midiFile from 'midi-file';

// The library reads each byte as a character.
const utf8 = (text) => Buffer.from(text, 'latin1').toString('utf8');

const told = {
  trackName: ({ text }) => `name ${utf8(text)}`,
  setTempo: ({ microsecondsPerBeat }) => `tempo ${microsecondsPerBeat}`,
  timeSignature: ({ numerator, denominator }) => `time ${numerator}/${denominator}`,
  keySignature: ({ key, scale }) => `key ${key} ${scale === 1 ? 'minor' : 'major'}`,
  programChange: ({ channel, programNumber }) => `program ${channel} ${programNumber}`,
};

/** {division, tracks: [{notes: [{start, end, channel, key}], events: [text]}]}, all in the order of the file. */
export function read(bytes) {
  const { header, tracks } = midiFile.parseMidi(bytes);
  return { division: header.ticksPerBeat, tracks: tracks.map(readTrack) };
}

function readTrack(track) {
  const notes = [];
  const events = [];
  const held = new Map();
  let tick = 0;
  for (const event of track) {
    tick += event.deltaTime;
    const id = `${event.channel} ${event.noteNumber}`;
    if (event.type === 'noteOn') {
      held.set(id, tick);
    } else if (event.type === 'noteOff') {
      notes.push({ start: held.get(id), end: tick, channel: event.channel, key: event.noteNumber });
    } else if (event.type in told) {
      events.push(`${tick} ${told[event.type](event)}`);
    }
  }
  return { notes, events };
}
