import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { type GenerateOptions, generateWorld } from '../../src/world/generate-world.ts';
import type { World } from '../../src/world/model/world.ts';

export interface Fixture {
  readonly out: string;
  readonly world: World;
  remove(): void;
}

export async function makeFixture(options: Omit<GenerateOptions, 'out'>): Promise<Fixture> {
  const out = mkdtempSync(join(tmpdir(), 'deadwax-world-'));
  const world = await generateWorld({ ...options, out });
  return { out, world, remove: () => rmSync(out, { recursive: true }) };
}

export function readGzip(folder: string, name: string): string {
  return gunzipSync(readFileSync(join(folder, name))).toString('utf8');
}

export function readDump(folder: string, kind: string): string {
  return readGzip(folder, `discogs_20260901_${kind}.xml.gz`);
}

/** Throws on anything that is not well-formed XML; tells every element's path and attributes. */
export function parseXml(text: string, onElement: (path: string, attributes: Record<string, string>) => void): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    onElement(path.join('/'), attributes as Record<string, string>);
  });
  parser.on('closetag', () => path.pop());
  parser.write(text).close();
}

/** Rows of a COPY table, by column. */
export function readTable(folder: string, table: string): string[][] {
  const text = readFileSync(join(folder, 'mbdump', table), 'utf8');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t'));
}

/** The first group of every match. */
export function allMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}
