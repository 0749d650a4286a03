import { homonymNumberOf, namesakesOf } from '../model/homonyms.ts';
import { cultureOf, styleOf } from '../model/kinship.ts';
import { artistNameOf } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import type { World } from '../model/world.ts';
import type { ArtistName } from '../names/artist-name.ts';
import type { Title } from '../names/title.ts';
import { mix, Random } from '../random.ts';

function typographic(text: string): string {
  return text.replaceAll("'", '’').replaceAll(' - ', ' – ').replaceAll('...', '…');
}

/** An artist's name as MusicBrainz has it: the same as on Discogs but for one in ten. */
export function mbArtistName(world: World, artist: number): ArtistName {
  const name = artistNameOf(world, artist);
  const draw = mix(world.seed, PURPOSE.spelling, artist) % 100;
  if (name.text !== name.latin) return draw < 12 ? { ...name, text: name.latin } : name;
  if (draw < 45 && /['’]/.test(name.text)) return { ...name, text: typographic(name.text) };
  if (draw < 50 && name.text.includes(' & ')) return { ...name, text: name.text.replace(' & ', ' and ') };
  if (draw < 5 && name.text.startsWith('The ')) return { ...name, text: name.text.slice(4) };
  return name;
}

const SMALL = /(?<= )(?:A|An|And|At|For|From|In|Of|On|The|To|With|Without)(?= )/g;

/** A title in MusicBrainz' style: small words small, volumes after a comma, marks as a typesetter has them. */
export function mbTitle(world: World, title: Title, seed: number): string {
  const random = new Random(mix(world.seed + 1, PURPOSE.spelling, seed));
  const text = title.text !== title.latin && random.chance(0.06) ? title.latin : title.text;
  const small = text.replace(SMALL, (word) => word.toLowerCase());
  const volumes = random.chance(0.6) ? small.replace(/ Vol\. (\d)/, ', Volume $1') : small;
  const plain = random.chance(0.5) ? volumes.replace(/ E\.P\.$/, ' EP') : volumes;
  return random.chance(0.7) ? typographic(plain) : plain;
}

/** What tells namesakes apart: `Swedish group`; empty for a name of one. */
export function disambiguation(world: World, artist: number): string {
  if (namesakesOf(world, artist).length === 1 && mix(world.seed + 4, PURPOSE.spelling, artist) % 100 >= 8) return '';
  const what = styleOf(world, artist) === 'group' ? 'group' : 'musician';
  return `${cultureOf(world, artist).country} ${what}${homonymNumberOf(world, artist) > 2 ? ` no. ${homonymNumberOf(world, artist)}` : ''}`;
}

const SPACED = new Set(['&', 'And', '-', 'Feat.', 'Featuring', '•', 'With', 'vs.', 'Con', 'Et', 'Present', 'X']);
const RESTYLED: Readonly<Record<string, string>> = {
  'Feat.': 'feat.',
  Featuring: 'feat.',
  And: 'and',
  With: 'with',
  Present: 'present',
  X: 'x',
  '-': '–',
};

/** A join phrase with its blanks, as MusicBrainz keeps it. */
export function mbJoinPhrase(join: string): string {
  if (join === '') return '';
  return SPACED.has(join) || join === '/' ? ` ${RESTYLED[join] ?? join} ` : `${join} `;
}
