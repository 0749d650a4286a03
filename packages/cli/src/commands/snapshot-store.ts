import { resolve } from 'node:path';
import { SnapshotError } from '@deadwax/snapshot/errors';
import { diffSnapshots } from '@deadwax/snapshot/store/diff-snapshots';
import { listChanges } from '@deadwax/snapshot/store/list-changes';
import { listSnapshots } from '@deadwax/snapshot/store/list-snapshots';
import { useSnapshot } from '@deadwax/snapshot/store/use-snapshot';
import { verifySnapshot } from '@deadwax/snapshot/store/verify-snapshot';
import type { Command } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';

export function registerSnapshotStore(snapshot: Command): void {
  snapshot
    .command('list')
    .description('the snapshots in a folder')
    .argument('[folder]', 'folder of snapshots', '.')
    .option('--json', 'one JSON line each', false)
    .action((folder: string, flags: { json: boolean }) => presenting(() => list(resolve(folder), flags.json)));
  snapshot
    .command('verify')
    .description('compare every file of a snapshot with its manifest')
    .argument('<snapshot>')
    .action((folder: string) => presenting(() => verify(resolve(folder))));
  snapshot
    .command('use')
    .description('make a snapshot the current one of its folder')
    .argument('<snapshot>')
    .action((folder: string) => presenting(() => use(resolve(folder))));
  snapshot
    .command('diff')
    .description('what changed from one snapshot to another')
    .argument('<old>')
    .argument('<new>')
    .option('--json', 'one JSON object', false)
    .option('--changes <file>', 'write every entity that changed, as NDJSON')
    .action((before: string, after: string, flags: { json: boolean; changes?: string }) =>
      presenting(async () => {
        if (flags.changes !== undefined) await writeChanges(resolve(before), resolve(after), flags.changes);
        await diff(resolve(before), resolve(after), flags.json);
      }),
    );
}

async function presenting(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof SnapshotError ? new CliError(error.message, { cause: error }) : error;
  }
}

async function list(folder: string, json: boolean): Promise<void> {
  const snapshots = await listSnapshots(folder);
  if (snapshots.length === 0) process.stderr.write(`no snapshots in ${folder}\n`);
  for (const { name, manifest, current } of snapshots) {
    const sources = Object.entries(manifest.sources).map(
      ([source, { dump_date, records }]) => `${source} ${dump_date ?? 'undated'} (${records.toLocaleString('en-GB')})`,
    );
    const line = json
      ? JSON.stringify({ name, id: manifest.id, current, sources: manifest.sources })
      : `${current ? '*' : ' '} ${name}  ${manifest.id}  ${sources.join(', ')}`;
    process.stdout.write(`${line}\n`);
  }
}

async function verify(folder: string): Promise<void> {
  const { files, faults } = await verifySnapshot(folder);
  for (const fault of faults) process.stderr.write(`${fault.file}: ${fault.reason}\n`);
  if (faults.length > 0)
    throw new CliError(`${faults.length} of ${files} files are damaged`, {
      exitCode: exitCode.negative,
      hint: 'Build the snapshot again.',
    });
  process.stdout.write(`${files} files, all as the manifest says\n`);
}

async function use(folder: string): Promise<void> {
  const manifest = await useSnapshot(folder);
  process.stdout.write(`${manifest.id} is current\n`);
}

async function writeChanges(before: string, after: string, path: string): Promise<void> {
  const { added, removed, changed } = await listChanges(before, after, { path: resolve(path) });
  process.stderr.write(`${path}: ${added} entities added, ${removed} removed, ${changed} changed\n`);
}

async function diff(before: string, after: string, json: boolean): Promise<void> {
  const changes = await diffSnapshots(before, after);
  if (json) {
    process.stdout.write(`${JSON.stringify(changes)}\n`);
    return;
  }
  for (const { table, added, removed, changed } of changes)
    process.stdout.write(`${table.padEnd(36)} +${added} -${removed} ~${changed}\n`);
  if (changes.length === 0) process.stdout.write('no differences\n');
}
