import { misspell } from '../names/variants.ts';
import type { Pick } from './pick.ts';

/** What the typist put down; `truth` says how much of it can be known. */
export interface Typed {
  readonly artist: string;
  readonly title: string;
  readonly truth?: 'album' | 'artist' | 'none';
}

/** Null when the record in hand does not lend itself to this. */
export type Degrade = (pick: Pick) => Typed | null;

export function typed(artist: string, title: string): Typed {
  return { artist, title };
}

/** The record as it is, where any typewriter could write it. */
export function plain({ name, work }: Pick): Typed | null {
  return name.text === name.latin && work.title.text === work.title.latin ? typed(name.text, work.title.text) : null;
}

export function changed(before: Typed | null, change: (typed: Typed) => Typed): Typed | null {
  if (before === null) return null;
  const after = change(before);
  return after.artist === before.artist && after.title === before.title ? null : after;
}

export const onArtist =
  (change: (artist: string, pick: Pick) => string): Degrade =>
  (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(change(artist, pick), title));

export const onTitle =
  (change: (title: string, pick: Pick) => string): Degrade =>
  (pick) =>
    changed(plain(pick), ({ artist, title }) => typed(artist, change(title, pick)));

/** As many slips of the pen, in either name. */
export const slips =
  (count: number): Degrade =>
  (pick) => {
    const before = plain(pick);
    if (before === null || before.artist.length < 6 || before.title.length < 5) return null;
    const slip = (text: string): string => {
      for (let tries = 0; tries < 20; tries += 1) {
        const wrong = misspell(text, pick.random);
        if (wrong !== text) return wrong;
      }
      return text;
    };
    let { artist, title } = before;
    for (let k = 0; k < count; k += 1) {
      if (pick.random.chance(0.6)) artist = slip(artist);
      else title = slip(title);
    }
    return changed(before, () => typed(artist, title));
  };

export function swapAmpersand(text: string): string {
  if (text.includes(' & ')) return text.replace(' & ', ' and ');
  return text.includes(' And ') ? text.replace(' And ', ' & ') : text;
}

export function loseLetters(text: string): string {
  return text.replace(/\P{ASCII}/gu, '?');
}

/** UTF-8 that was read as Mac Roman. */
export function misread(text: string): string {
  return new TextDecoder('macintosh').decode(Buffer.from(text));
}

export function noisyCase(text: string, { random }: Pick): string {
  return random.chance(0.5) ? text.toUpperCase() : text.toLowerCase();
}
