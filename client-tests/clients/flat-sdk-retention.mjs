// A job after its retention, as the SDK sees it: a day on the server's clock takes a few milliseconds.
import assert from 'node:assert/strict';
import { FlatClient } from 'flat-api';

const { omr } = new FlatClient({ accessToken: process.env.FLAT_TOKEN, baseUrl: process.env.FLAT_URL });
const file = process.env.PDF_BASE64;
const { retentionDays } = await omr.getOmrCapabilities();

const { id: job, retention } = await omr.createOmrJob({
  omrJobCreation: { output: 'musicxml', files: [{ file }], autoStart: true },
});
let now = await omr.getOmrJob({ job });
assert.equal(retention.expiryDate - now.creationDate, retentionDays * 24 * 3600 * 1000);
while (!now.retention.expiredDate) {
  now = await omr.getOmrJob({ job });
}
assert.equal(now.status, 'done');
assert.equal(now.result, undefined);
await assert.rejects(omr.getOmrJobExport({ job, format: 'midi' }), (e) => e.code === 'OMR_JOB_EXPIRED');
await assert.rejects(omr.getOmrJobFile({ job, index: 0 }), (e) => e.code === 'OMR_JOB_EXPIRED');
console.log(`kept for ${retentionDays} days`);
