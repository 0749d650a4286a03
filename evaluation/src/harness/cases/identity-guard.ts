import { type Album, creditOf } from '../catalogue/album.ts';
import { isFiling } from '../degradations/degradation.ts';
import type { Row } from '../row.ts';
import type { KeptAlbums } from './kept-albums.ts';
import { plainWords } from './plain-words.ts';

/**
 * Whether a degraded row still says which record it is about. `clear`: all that tells the record from others of the
 * reference is there. `open`: a reader would take it for this one, but could not swear. `same`: another bears the very names,
 * and only a year or a label can tell. `lost`: it may as well be another.
 */
export type Identity = 'clear' | 'open' | 'same' | 'lost';

interface Asked {
  /** The row before, as it names the record. */
  readonly before: Row;
  readonly after: Row;
  readonly album: Album;
  readonly siblings: readonly Album[];
  /** The record is not in the reference: then a row that reads like a slip for a rival is fair to nobody. */
  readonly missing: boolean;
}

const VERSION = /^(?:live|remix|remixes|remixed|dub|demos|instrumentals|acoustic|karaoke|unplugged|tribute)$/;
const order: readonly Identity[] = ['lost', 'same', 'open', 'clear'];

export function judgeIdentity(asked: Asked, kept: KeptAlbums): Identity {
  const rivals = new Set([...asked.siblings, ...kept.near(asked.before), ...kept.near(asked.after)]);
  rivals.delete(asked.album);
  const byTitle = isFiling(asked.before.artist_name);
  const [before, after] = [asked.before, asked.after].map((row) => wordsOf(row, byTitle)) as [string[], string[]];
  if (before.some((word) => isTelling(word) && !after.includes(word))) return 'lost';
  let worst: Identity = 'clear';
  for (const rival of rivals) {
    const words = plainWords(byTitle ? rival.title : `${creditOf(rival)} ${rival.title}`);
    const against = compare(before, after, words);
    if (asked.missing && against !== 'same' && isLikeSlip(after, words)) return 'lost';
    if (order.indexOf(against) < order.indexOf(worst)) worst = against;
  }
  return worst;
}

function wordsOf({ artist_name: artist, album_title: title }: Row, byTitle: boolean): string[] {
  return plainWords(byTitle ? title : `${artist} ${title}`);
}

/** Whether somebody who meant the rival could have typed this: letters or words off, and neither a number nor a version. */
function isLikeSlip(after: readonly string[], rival: readonly string[]): boolean {
  const more = after.filter((word) => !rival.includes(word));
  const fewer = rival.filter((word) => !after.includes(word));
  if ([...more, ...fewer].some(isTelling)) return false;
  return more.every((word) => isThere(word, rival)) || distance(after, rival) <= 2;
}

/** A number or a version: records of one name are told apart by these. */
function isTelling(word: string): boolean {
  return /^\d+$/.test(word) || VERSION.test(word);
}

/** Words of the record before and after, against those of a rival. */
function compare(before: readonly string[], after: readonly string[], rival: readonly string[]): Identity {
  const own = before.filter((word) => !rival.includes(word));
  const foreign = rival.filter((word) => !before.includes(word));
  if (own.length === 0 && foreign.length === 0) return 'same';
  const taken = foreign.some((word) => after.includes(word));
  if (own.length === 0) return taken ? 'lost' : 'clear';
  if (own.every((word) => after.includes(word))) return taken && foreign.length <= own.length ? 'open' : 'clear';
  const left = own.filter((word) => isThere(word, after)).length;
  if (left * 2 < own.length || (taken && left < own.length)) return 'lost';
  const [toOwn, toRival] = [distance(after, before), distance(after, rival)];
  if (toRival > 2 * toOwn) return 'clear';
  return toOwn < toRival ? 'open' : 'lost';
}

/** The word itself, or with a slip or two where it is long enough to be known again. Numbers bear none. */
function isThere(word: string, words: readonly string[]): boolean {
  if (words.includes(word)) return true;
  if (/\d/.test(word) || word.length < 4) return false;
  const slips = word.length >= 7 ? 2 : 1;
  return words.some((other) => Math.abs(other.length - word.length) <= slips && edits(word, other) <= slips);
}

function distance(a: readonly string[], b: readonly string[]): number {
  return edits(a.toSorted().join(' '), b.toSorted().join(' '));
}

function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 0; i < a.length; i += 1) {
    const current = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (previous[j] as number) + Number(a[i] !== b[j]);
      current.push(Math.min(change, (previous[j + 1] as number) + 1, (current[j] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
