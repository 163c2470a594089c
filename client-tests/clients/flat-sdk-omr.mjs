// All of Flat's OMR jobs with its SDK: one-shot, a draft of two files, the details step, cancel, delete, and every
// list page by page.
import assert from 'node:assert/strict';
import { FlatClient, FlatQuotaError, FlatValidationError, paginate } from 'flat-api';

const flat = new FlatClient({ accessToken: process.env.FLAT_TOKEN, baseUrl: process.env.FLAT_URL });
const file = process.env.PDF_BASE64;
const { omr } = flat;

async function settled(job, until = ['done', 'error', 'canceled']) {
  let now = await omr.getOmrJob({ job, wait: 25 });
  while (!until.includes(now.status)) {
    now = await omr.getOmrJob({ job, wait: 25 });
  }
  return now;
}

async function ids(fetchPage, params) {
  const found = [];
  for await (const item of paginate(fetchPage, params)) {
    found.push(item.id);
  }
  return found;
}

const capabilities = await omr.getOmrCapabilities();
assert.ok(capabilities.acceptedMimeTypes.includes('application/pdf'));
assert.equal(capabilities.costPerPage, 1);
const creditsAtFirst = capabilities.remainingCredits;
const credits = async () => (await omr.getOmrCapabilities()).remainingCredits;

// One-shot.
const oneShot = await omr.createOmrJob({
  omrJobCreation: { output: 'musicxml', files: [{ file, filename: 'patience.pdf' }], autoStart: true },
});
assert.equal(oneShot.status, 'processing');
const done = await settled(oneShot.id);
assert.equal(done.status, 'done');
assert.deepEqual(done.result.exports, capabilities.formats);
for (const format of capabilities.formats) {
  const blob = await omr.getOmrJobExport({ job: done.id, format });
  assert.ok(blob.size > 0, format);
}
assert.equal(await credits(), creditsAtFirst - 2);

// A draft of two files.
const draft = await omr.createOmrJob({ omrJobCreation: { output: 'library' } });
assert.equal(draft.status, 'draft');
await assert.rejects(omr.startOmrJob({ job: draft.id }), FlatValidationError);
assert.equal((await omr.addOmrJobFile({ job: draft.id, omrJobFileUpload: { file } })).fileIndex, 0);
assert.equal((await omr.addOmrJobFile({ job: draft.id, omrJobFileUpload: { file } })).fileCount, 2);
assert.ok((await omr.getOmrJobFile({ job: draft.id, index: 1 })).size > 0);
assert.equal((await omr.startOmrJob({ job: draft.id })).estimatedCredits, 4);
const imported = await settled(draft.id);
assert.equal((await flat.scores.getScore({ score: imported.result.score })).title, 'Patience');

// The details step, with overrides.
const reviewed = await omr.createOmrJob({
  omrJobCreation: {
    output: 'musicxml',
    interactiveSteps: ['details'],
    locales: ['ja', 'en'],
    files: [{ file }],
    autoStart: true,
  },
});
const awaiting = await settled(reviewed.id, ['awaitingInput']);
assert.equal(awaiting.currentStep, 'details');
assert.equal(awaiting.pendingStep.data.title, 'Patience');
await omr.submitOmrJobStep({
  job: reviewed.id,
  step: 'details',
  body: {
    step: 'details',
    title: '忍耐',
    mainLanguage: 'ja',
    instruments: [{ index: 0, instrumentId: 'brass.horn', transposeKey: 'E♭', partName: 'Corno' }],
  },
});
assert.deepEqual((await settled(reviewed.id)).importedMetadata.instruments[0], 'brass.horn');
const corrected = await (await omr.getOmrJobExport({ job: reviewed.id, format: 'musicxml' })).text();
for (const part of ['<work-title>忍耐</work-title>', '<part-name>Corno</part-name>', '<chromatic>3</chromatic>']) {
  assert.ok(corrected.includes(part), part);
}

// Cancel: the credits are refunded.
const before = await credits();
const canceled = await omr.createOmrJob({
  omrJobCreation: { output: 'musicxml', interactiveSteps: ['details'], files: [{ file }], autoStart: true },
});
assert.equal(await credits(), before - 2);
assert.equal((await omr.cancelOmrJob({ job: canceled.id })).status, 'canceled');
assert.equal(await credits(), before);

// Delete: the data is erased, the job stays.
await assert.rejects(omr.deleteOmrJob({ job: imported.id }), (e) => e.code === 'OMR_JOB_NOT_EXPIRABLE');
const erased = await omr.deleteOmrJob({ job: done.id });
assert.equal(erased.status, 'done');
assert.ok(erased.retention.expiredDate instanceof Date);
await assert.rejects(
  omr.getOmrJobExport({ job: done.id, format: 'musicxml' }),
  (e) => e.status === 409 && e.code === 'OMR_JOB_EXPIRED',
);

// Without credits no job starts.
await assert.rejects(
  omr.createOmrJob({
    omrJobCreation: { output: 'musicxml', files: Array(20).fill({ file }), autoStart: true },
  }),
  FlatQuotaError,
);

// Every page of every list.
const jobs = await ids((params) => omr.listOmrJobsRaw(params), { limit: 1 });
assert.deepEqual(jobs, [canceled.id, reviewed.id, draft.id, oneShot.id]);
const expired = await ids((params) => omr.listOmrJobsRaw(params), { limit: 1, expired: true });
assert.deepEqual(expired, [oneShot.id]);
const done2 = await ids((params) => omr.listOmrJobsRaw(params), { limit: 1, status: 'done' });
assert.deepEqual(done2, [reviewed.id, draft.id, oneShot.id]);
const history = await ids((params) => omr.listBillingCreditsHistoryRaw(params), { limit: 1 });
assert.equal(history.length, 5, 'four deductions and a purchase');
const lines = await omr.listBillingCreditsHistory();
const active = lines.filter(({ state }) => state === 'active').reduce((sum, { amount }) => sum + amount, 0);
assert.equal(active, await credits());
console.log(`ran ${jobs.length} OMR jobs`);
