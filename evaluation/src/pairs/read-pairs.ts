import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '@deadwax/platform/shared-data';

/** One track as a shop describes it, in the words of the file. */
export interface TrackRecord {
  readonly song: string;
  readonly artist: string;
  readonly album: string;
  readonly genre: string;
  readonly price: string;
  readonly copyright: string;
  readonly time: string;
  readonly released: string;
}

export interface LabelledPair {
  readonly left: TrackRecord;
  readonly right: TrackRecord;
  readonly isMatch: boolean;
}

const FIELD = /COL (\S+) VAL ?(.*?)(?=COL \S+ VAL|$)/g;

/** A line is `COL name VAL value …`, twice, and the label, parted by tabs. Throws on a line that is not. */
export function parsePairs(text: string): LabelledPair[] {
  return text.split(/\r?\n/).flatMap((line, place) => {
    if (line.trim() === '') return [];
    const [left, right, label] = line.split('\t');
    const known = label?.trim() === '0' || label?.trim() === '1';
    if (left === undefined || right === undefined || !known)
      throw new Error(`line ${place + 1}: expected two records and a label of 0 or 1, parted by tabs`);
    return [{ left: parseRecord(left), right: parseRecord(right), isMatch: label.trim() === '1' }];
  });
}

function parseRecord(text: string): TrackRecord {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(FIELD)) values.set(name.toLowerCase(), value.trim());
  const field = (name: string): string => values.get(name) ?? '';
  return {
    song: field('song_name'),
    artist: field('artist_name'),
    album: field('album_name'),
    genre: field('genre'),
    price: field('price'),
    copyright: field('copyright'),
    time: field('time'),
    released: field('released'),
  };
}

/** Null where the sample is not beside the checkout. */
export function readPairs(part: 'train' | 'valid'): LabelledPair[] | null {
  const path = sharedData('labelled', `itunes-amazon-${part}.txt.gz`);
  return path === null ? null : parsePairs(gunzipSync(readFileSync(path)).toString('utf8'));
}
