// The score half of Flat's own smoke suite: create, read, edit, export, delete; and the revisions on the way.
import assert from 'node:assert/strict';
import { FlatClient, FlatNotFoundError } from 'flat-api';

const flat = new FlatClient({ accessToken: process.env.FLAT_TOKEN, baseUrl: process.env.FLAT_URL });
const data = process.env.MUSICXML;

const created = await flat.scores.createScore({ body: { title: 'Smoke', privacy: 'private', data } });
const score = created.id;
assert.equal((await flat.scores.getScore({ score })).title, 'Smoke');

const edited = await flat.scores.editScore({ score, body: { title: 'Smoke, edited', tags: ['smoke'] } });
assert.equal(edited.title, 'Smoke, edited');
assert.deepEqual((await flat.scores.getScore({ score })).tags, ['smoke']);

const revision = await flat.scores.createScoreRevision({ score, body: { data, description: 'again' } });
const revisions = await flat.scores.getScoreRevisions({ score });
assert.deepEqual(revisions.map(({ id }) => id)[0], revision.id);
assert.equal((await flat.scores.getScoreRevision({ score, revision: 'last' })).description, 'again');

const mxl = await flat.scores.getScoreRevisionData({ score, revision: 'last', format: 'mxl' });
assert.ok(mxl.size > 0);

await flat.scores.deleteScore({ score });
await assert.rejects(flat.scores.getScore({ score }), FlatNotFoundError);
console.log('a score from its beginning to its end');
