import { writeFile } from 'node:fs/promises';
import { measureInteractive } from './http/interactive-beside-bulk.ts';
import { readOptions } from './http/options.ts';
import { measurePages } from './http/pages-beside-empty.ts';
import { measureStream } from './http/stream-rows.ts';

const measures = { pages: measurePages, interactive: measureInteractive, stream: measureStream };

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { figures, met } = await measures[options.mode](options);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (!met) process.exitCode = 1;
}

await main();
