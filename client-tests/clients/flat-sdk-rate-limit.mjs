// The official SDK waits out a rate limit: a 403 whose reset comes within two seconds.
import assert from 'node:assert/strict';
import { FlatClient } from 'flat-api';

let refusals = 0;
const counting = async (...request) => {
  const response = await fetch(...request);
  refusals += response.status === 403 ? 1 : 0;
  return response;
};
const flat = new FlatClient({
  accessToken: process.env.FLAT_TOKEN,
  baseUrl: process.env.FLAT_URL,
  fetchApi: counting,
});

const ids = new Set();
for (let i = 0; i < 5; i += 1) {
  ids.add((await flat.account.getAuthenticatedUser()).id);
}
assert.equal(ids.size, 1);
assert.ok(refusals > 0, 'the limit was never reached');
console.log(`waited out ${refusals} refusals`);
