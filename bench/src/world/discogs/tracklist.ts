import { positionOf } from '../model/formats.ts';
import type { Release } from '../model/release.ts';
import type { Track } from '../model/track.ts';
import type { World } from '../model/world.ts';
import { element, wrap } from '../output/xml.ts';
import { creditXml } from './credits.ts';

/** Whatever of a track is the same on each edition: made once a work. */
export interface TrackMarkup {
  readonly title: string;
  readonly duration: string;
  readonly credits: string;
}

export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function prepareTracks(world: World, tracks: readonly Track[]): TrackMarkup[] {
  return tracks.map(({ title, seconds, artist, remixer }) => ({
    title: `<title>${element('t', title.text).slice(3, -4)}</title>`,
    duration: `<duration>${formatDuration(seconds)}</duration>`,
    credits:
      (artist === null ? '' : wrap('artists', creditXml(world, { artist }))) +
      (remixer === null ? '' : wrap('extraartists', creditXml(world, { artist: remixer, role: 'Remix' }))),
  }));
}

function trackXml({ title, duration, credits }: TrackMarkup, position: string, timed: boolean): string {
  return `<track><position>${position}</position>${title}${timed ? duration : ''}${credits}</track>`;
}

function heading(title: string, inside = ''): string {
  return `<track>${element('title', title)}${inside}</track>`;
}

/** The tracks of one edition: its positions, and its headings or its index track if it has any. */
export function tracklistXml(release: Release, tracks: readonly TrackMarkup[]): string {
  const { format, layout } = release;
  const half = Math.ceil(tracks.length / 2);
  const timed = release.index % 5 !== 0;
  let markup = layout === 'headings' ? heading('Part One') : '';
  let suite = '';
  tracks.forEach((track, nth) => {
    if (layout === 'headings' && nth === half) markup += heading('Part Two');
    const position = positionOf(format, tracks.length, nth);
    if (layout === 'index' && nth < 3) {
      suite += trackXml(
        track,
        format.name === 'CD' ? `${positionOf(format, tracks.length, 0)}.${nth + 1}` : position,
        timed,
      );
      if (nth === 2) markup += heading('Suite', wrap('sub_tracks', suite));
    } else markup += trackXml(track, position, timed);
  });
  return wrap('tracklist', markup);
}
