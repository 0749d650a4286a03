import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { onTestFinished } from 'vitest';
import { registerResolve } from '../src/commands/resolve.ts';
import { ShelfResolver } from './shelf-resolver.ts';

/** A folder of its own for a test, gone when it ends. */
function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-resolve-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A library file in a folder of its own. */
export function createLibrary(content: string | Uint8Array, name = 'library.csv'): string {
  const path = join(createFolder(), name);
  writeFileSync(path, content);
  return path;
}

function collector(): { stream: Writable; text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString() };
}

export interface RunOptions {
  readonly extraSources?: readonly string[];
  readonly isTerminal?: boolean;
}

/** Runs the command in this process, with a small shelf behind it. */
export async function runResolve(args: readonly string[], { extraSources = [], isTerminal = false }: RunOptions = {}) {
  const resolver = new ShelfResolver([
    { artist: 'Can', title: 'Tago Mago', master: 11 },
    { artist: 'Beyoncé', title: '4', master: 12 },
    { artist: 'David Bowie', title: '"Heroes"', master: 13 },
  ]);
  const output = collector();
  const messages = collector();
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerResolve(program, {
    open: async () => ({ resolver, extraSources: [...extraSources] }),
    output: Object.assign(output.stream, { isTTY: isTerminal }),
    messages: messages.stream,
  });
  await program.parseAsync(['resolve', ...args, '--snapshot', 'any'], { from: 'user' });
  return { output: output.text(), messages: messages.text(), resolver };
}
