import type { RowSink } from '../source.ts';
import { readArtist } from './records/artist.ts';
import { readLabel } from './records/label.ts';
import { readMaster } from './records/master.ts';
import { readRelease } from './records/release.ts';
import { writeArtist } from './rows/artist-rows.ts';
import { writeLabel } from './rows/label-rows.ts';
import { writeMaster } from './rows/master-rows.ts';
import { writeRelease } from './rows/release-rows.ts';
import type { XmlCursor } from './xml/cursor.ts';
import type { RecordKind } from './xml/record-kind.ts';

/** What became of a record: rows, left out by rule, or put aside. */
export type RecordOutcome = 'kept' | 'no_name' | 'no_title' | 'no_artists' | 'missing_id';

export interface DumpKind extends RecordKind {
  /** Reads the record at the cursor and writes its rows. */
  readonly write: (cursor: XmlCursor, sink: RowSink) => RecordOutcome;
}

function isBlank(text: string): boolean {
  return text === '' || text.trim() === '';
}

function isId(id: number | null): id is number {
  return id !== null && id > 0;
}

const artists: DumpKind = {
  root: 'artists',
  tag: 'artist',
  nestsIn: null,
  hasAttributes: false,
  write(cursor, sink) {
    const artist = readArtist(cursor);
    if (!isId(artist.id)) return 'missing_id';
    if (isBlank(artist.name)) return 'no_name';
    writeArtist(sink, artist.id, artist);
    return 'kept';
  },
};

const labels: DumpKind = {
  root: 'labels',
  tag: 'label',
  nestsIn: 'sublabels',
  hasAttributes: false,
  write(cursor, sink) {
    const label = readLabel(cursor);
    if (!isId(label.id)) return 'missing_id';
    if (isBlank(label.name)) return 'no_name';
    writeLabel(sink, label.id, label);
    return 'kept';
  },
};

const masters: DumpKind = {
  root: 'masters',
  tag: 'master',
  nestsIn: null,
  hasAttributes: true,
  write(cursor, sink) {
    const master = readMaster(cursor);
    if (!isId(master.id)) return 'missing_id';
    if (isBlank(master.title)) return 'no_title';
    writeMaster(sink, master.id, master);
    return 'kept';
  },
};

const releases: DumpKind = {
  root: 'releases',
  tag: 'release',
  nestsIn: null,
  hasAttributes: true,
  write(cursor, sink) {
    const release = readRelease(cursor);
    if (!isId(release.id)) return 'missing_id';
    if (isBlank(release.title)) return 'no_title';
    if (release.artists.length === 0) return 'no_artists';
    writeRelease(sink, release.id, release);
    return 'kept';
  },
};

export const DUMP_KINDS = { artists, labels, masters, releases } as const;

export type DumpKindName = keyof typeof DUMP_KINDS;

export function isDumpKindName(name: string): name is DumpKindName {
  return Object.hasOwn(DUMP_KINDS, name);
}
