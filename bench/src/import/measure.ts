import { statSync } from 'node:fs';
import { READERS, type ReaderName } from './readers.ts';

/** Run as a process of its own: `measure.ts READER FILE` prints one line of JSON. */
const [reader, path] = process.argv.slice(2) as [ReaderName, string];
const started = performance.now();
const extraction = await READERS[reader](path);
const seconds = (performance.now() - started) / 1000;
const megabytesPerSecond = statSync(path).size / 1e6 / seconds;
const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(`${JSON.stringify({ ...extraction, seconds, megabytesPerSecond, peakMegabytes })}\n`);
