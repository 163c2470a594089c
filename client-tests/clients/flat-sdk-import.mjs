// The official SDK imports a PDF, follows the task, and fetches and exports the score.
import assert from 'node:assert/strict';
import { FlatClient } from 'flat-api';

const flat = new FlatClient({ accessToken: process.env.FLAT_TOKEN, baseUrl: process.env.FLAT_URL });
const body = {
  filename: 'patience.pdf',
  data: process.env.PDF_BASE64,
  dataEncoding: 'base64',
  supportsTasks: true,
};

const { raw } = await flat.scores.createScoreRaw({ body });
assert.equal(raw.status, 202);
const accepted = await raw.json();
assert.equal(accepted.type, 'import-omr');

let task;
do {
  task = await flat.tasks.getTask({ task: accepted.id });
} while (task.state === 'created' || task.state === 'doing');
assert.equal(task.state, 'done');
assert.ok(task.doneDate >= task.creationDate);

const score = await flat.scores.getScore({ score: task.score });
assert.equal(score.title, 'Patience');
assert.equal(score.numberMeasures, 32);

for (const [format, magic] of [['xml', '<?xml'], ['mxl', 'PK'], ['midi', 'MThd'], ['thumbnail.png', '\x89PNG']]) {
  const file = await flat.scores.getScoreRevisionData({ score: score.id, revision: task.revision, format });
  const start = Buffer.from(await file.arrayBuffer()).toString('latin1');
  assert.ok(start.startsWith(magic), `${format} begins with ${start.slice(0, 8)}`);
}
console.log(`imported ${score.id}`);
