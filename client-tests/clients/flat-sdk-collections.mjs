// The collection half of Flat's own smoke suite: create three, list them page by page, delete them; and what is in them.
import assert from 'node:assert/strict';
import { FlatClient, FlatNotFoundError, FlatValidationError, paginate } from 'flat-api';

const flat = new FlatClient({ accessToken: process.env.FLAT_TOKEN, baseUrl: process.env.FLAT_URL });
const data = process.env.MUSICXML;
const gather = async (pages) => {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
};
const collections = (params) => gather(paginate((page) => flat.collections.listCollectionsRaw(page), params));
const scoresOf = (params) => gather(paginate((page) => flat.collections.listCollectionScoresRaw(page), params));
const userScores = (params) => gather(paginate((page) => flat.users.getUserScoresRaw(page), params));

const made = [];
for (const title of ['One', 'Two', 'Drei: größer & schöner']) {
  made.push((await flat.collections.createCollection({ body: { title } })).id);
}
for (const sort of [undefined, 'title', 'modificationDate']) {
  const listed = (await collections({ limit: 1, sort })).map(({ id }) => id);
  assert.equal(new Set(listed).size, listed.length, 'no collection is listed twice');
  assert.deepEqual(listed.filter((id) => made.includes(id)).sort(), [...made].sort());
}

const [collection] = made;
assert.equal((await flat.collections.editCollection({ collection, body: { title: 'Eins' } })).title, 'Eins');
assert.equal((await flat.collections.getCollection({ collection })).title, 'Eins');

const scores = [];
for (const title of ['a', 'b', 'c']) {
  scores.push((await flat.scores.createScore({ body: { title, privacy: 'public', data } })).id);
}
for (const score of scores) {
  const added = await flat.collections.addScoreToCollection({ collection, score });
  assert.ok(added.collections.includes(collection));
}
const titles = (items) => items.map(({ title }) => title).sort();
assert.deepEqual(titles(await scoresOf({ collection, limit: 1 })), ['a', 'b', 'c']);
assert.deepEqual(titles(await scoresOf({ collection: 'app', limit: 2 })), ['a', 'b', 'c']);
assert.deepEqual(titles(await userScores({ user: 'me', paginate: true, limit: 1 })), ['a', 'b', 'c']);
assert.equal((await flat.users.getUserScores({ user: 'me' })).length, 3);

const [score] = scores;
await flat.collections.deleteScoreFromCollection({ collection, score });
assert.deepEqual(titles(await scoresOf({ collection })), ['b', 'c']);

await flat.scores.deleteScore({ score });
const [trashed] = await scoresOf({ collection: 'trash' });
assert.equal(trashed.id, score);
assert.ok(trashed.scheduledDeletionDate > new Date());
await flat.scores.untrashScore({ score });
assert.equal((await flat.scores.getScore({ score })).title, 'a');
await flat.scores.deleteScore({ score, now: true });
await assert.rejects(flat.scores.untrashScore({ score }), FlatNotFoundError);

for (const id of made) {
  await flat.collections.deleteCollection({ collection: id });
}
await assert.rejects(flat.collections.untrashCollection({ collection }), FlatValidationError);
assert.deepEqual((await collections({})).filter(({ id }) => made.includes(id)), []);
assert.equal((await collections({ parent: 'trash', limit: 1 })).length, 3);
console.log('three collections, one on a page');
