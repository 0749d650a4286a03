import { parentPort, workerData } from 'node:worker_threads';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { openResolver } from '../../src/open-resolver.ts';

const { snapshot, inputs } = workerData as { snapshot: string; inputs: BulkResolveInput[] };
const resolver = await openResolver({ snapshotDirectory: snapshot });
const results = await resolver.resolve(inputs, { includeTracks: true, explain: true });
parentPort?.postMessage(results.map((result) => JSON.stringify(result)));
