import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

const ROLES = ['Producer', 'Written-By', 'Mastered By', 'Remix', 'Design [Sleeve]', 'Mixed By, Recorded By', 'Vocals'];
const JOINS = ['', '', '', ',', '&amp;', 'Feat.', '/'];
const FORMATS = ['Vinyl', 'CD', 'File', 'Cassette', 'CDr'];
const DESCRIPTIONS = ['12"', 'LP', 'Album', 'EP', 'Reissue', '33 ⅓ RPM', 'Compilation', '45 RPM'];
const GENRES = ['Electronic', 'Rock', 'Jazz', 'Funk / Soul', 'Hip Hop', 'Pop', 'Folk, World, &amp; Country'];
const STYLES = ['Deep House', 'Techno', 'Punk', 'Ambient', 'Dub', 'Free Jazz', 'Indie Rock', 'Synth-pop'];
const COUNTRIES = ['US', 'UK', 'Germany', 'France', 'Japan', 'Sweden', 'Netherlands', 'Italy'];
const COMPANY_TYPES = ['Recorded At', 'Pressed By', 'Phonographic Copyright (p)', 'Copyright (c)', 'Published By'];
const VIDEO_ID = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-';

type Part = (random: Random, words: Vocabulary) => string;

function repeat(count: number, make: (index: number) => string): string {
  let text = '';
  for (let k = 0; k < count; k += 1) text += make(k);
  return text;
}

function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${text}</${name}>`;
}

function credit(random: Random, words: Vocabulary, role: string): string {
  const name = random.pick(words.names);
  const anv = random.chance(0.15) ? random.pick(words.names) : '';
  const tracks = role !== '' && random.chance(0.15) ? 'A1 to A3, B2' : '';
  return `<artist><id>${1 + random.below(9_000_000)}</id><name>${name}</name>${element('anv', anv)}${element('join', role === '' ? random.pick(JOINS) : '')}${element('role', role)}${element('tracks', tracks)}</artist>`;
}

const extraArtists: Part = (random, words) => {
  const count = random.chance(0.4) ? 1 + random.below(12) : 0;
  return element(
    'extraartists',
    repeat(count, () => credit(random, words, random.pick(ROLES))),
  );
};

const formats: Part = (random) =>
  `<formats><format name="${random.pick(FORMATS)}" qty="${1 + random.below(3)}" text=""><descriptions>${repeat(1 + random.below(3), () => `<description>${random.pick(DESCRIPTIONS).replace('"', '&quot;')}</description>`)}</descriptions></format></formats>`;

const notes: Part = (random, words) => {
  if (random.chance(0.55)) return '';
  const count = random.chance(0.02) ? 200 : 1 + random.below(8);
  return element(
    'notes',
    repeat(count, () => `${random.pick(words.sentences)}&#13;\n`),
  );
};

function track(random: Random, words: Vocabulary, index: number): string {
  const position = `${'ABCD'[(index >> 2) & 3]}${(index & 3) + 1}`;
  const artists = random.chance(0.12) ? `<artists>${credit(random, words, '')}</artists>` : '';
  const extra = random.chance(0.12)
    ? `<extraartists>${repeat(1 + random.below(4), () => credit(random, words, random.pick(ROLES)))}</extraartists>`
    : '';
  const duration = `${1 + random.below(8)}:${10 + random.below(49)}`;
  return `<track><position>${position}</position><title>${random.pick(words.titles)}</title><duration>${duration}</duration>${artists}${extra}</track>`;
}

const identifiers: Part = (random) => {
  const matrix = repeat(
    random.below(4),
    (k) =>
      `<identifier type="Matrix / Runout" description="${'ABCD'[k]}-side runout" value="MPO SK ${100 + random.below(900)} ${'ABCD'[k]}1"/>`,
  );
  const barcode = random.chance(0.4)
    ? `<identifier type="Barcode" value="${1 + random.below(9)} ${10_000 + random.below(89_999)} ${10_000 + random.below(89_999)} ${random.below(9)}"/>`
    : '';
  return element('identifiers', matrix + barcode);
};

function video(random: Random, words: Vocabulary): string {
  const id = repeat(11, () => VIDEO_ID[random.below(64)]!);
  const title = `${random.pick(words.names)} - ${random.pick(words.titles)}`;
  const description = random.chance(0.4) ? `${title}\n\n${random.pick(words.sentences)}` : title;
  return `<video src="https://www.youtube.com/watch?v=${id}" duration="${100 + random.below(500)}" embed="true"><title>${title}</title><description>${description}</description></video>`;
}

function company(random: Random, words: Vocabulary): string {
  const id = 1 + random.below(2_000_000);
  const type = random.below(COMPANY_TYPES.length);
  return `<company><id>${id}</id><name>${random.pick(words.names)}</name><entity_type>${13 + type}</entity_type><entity_type_name>${COMPANY_TYPES[type]}</entity_type_name><resource_url>https://api.discogs.com/labels/${id}</resource_url></company>`;
}

function label(random: Random, words: Vocabulary): string {
  return `<label name="${random.pick(words.names)}" catno="${random.pick(words.words).slice(0, 4).toUpperCase()} ${random.below(999)}" id="${1 + random.below(2_000_000)}"/>`;
}

function date(random: Random): string {
  const year = 1950 + random.below(75);
  if (random.chance(0.6)) return String(year);
  return `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${random.chance(0.2) ? '00' : String(1 + random.below(28)).padStart(2, '0')}`;
}

/** One release in the form of the 2025 and later dumps, about 3 kB. */
export function makeReleaseXml(id: number, random: Random, words: Vocabulary): string {
  const mainArtists = random.chance(0.86) ? 1 : 2 + random.below(3);
  const tracks = 1 + random.below(16);
  const master = random.chance(0.6)
    ? `<master_id is_main_release="${random.chance(0.3)}">${1 + random.below(2_500_000)}</master_id>`
    : '';
  return `<release id="${id}"><artists>${repeat(mainArtists, () => credit(random, words, ''))}</artists><title>${random.pick(words.titles)}</title><labels>${repeat(1 + random.below(2), () => label(random, words))}</labels>${extraArtists(random, words)}${formats(random, words)}<genres><genre>${random.pick(GENRES)}</genre></genres><styles>${repeat(random.below(3), () => `<style>${random.pick(STYLES)}</style>`)}</styles><country>${random.pick(COUNTRIES)}</country><released>${date(random)}</released>${notes(random, words)}<data_quality>Needs Vote</data_quality>${master}<tracklist>${repeat(tracks, (k) => track(random, words, k))}</tracklist>${identifiers(random, words)}${element(
    'videos',
    repeat(random.chance(0.4) ? 1 + random.below(5) : 0, () => video(random, words)),
  )}${element(
    'companies',
    repeat(random.chance(0.4) ? 1 + random.below(4) : 0, () => company(random, words)),
  )}</release>\n`;
}
