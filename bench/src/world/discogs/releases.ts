import { discogsId } from '../model/ids.ts';
import { discogsLabelName } from '../model/names.ts';
import { PURPOSE } from '../model/purposes.ts';
import { NOT_ON_LABEL, type Release, type ReleaseLabel, releaseAt } from '../model/release.ts';
import { type Track, tracksOf } from '../model/track.ts';
import type { Work } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { element, escapeAttribute, escapeText, wrap } from '../output/xml.ts';
import { mix, Random } from '../random.ts';
import { extraCreditsXml, mainCreditsXml } from './credits.ts';
import { discogsLabelId, NOT_ON_LABEL_ID } from './labels.ts';
import { genresXml } from './masters.ts';
import { prepareTracks, type TrackMarkup, tracklistXml } from './tracklist.ts';

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** `1999`, `1999-03-00`, `1999-03-22`, or empty. */
function releasedText({ year, month, day }: Release): string {
  if (year === 0) return '';
  return month === 0 ? String(year) : `${year}-${two(month)}-${two(day)}`;
}

function labelXml(world: World, { label, catalogNumber }: ReleaseLabel): string {
  const own = label === NOT_ON_LABEL;
  const name = own ? 'Not On Label' : discogsLabelName(world, label);
  const id = own ? NOT_ON_LABEL_ID : discogsLabelId(world, label);
  return `<label name="${escapeAttribute(name)}" catno="${escapeAttribute(catalogNumber)}" id="${id}"/>`;
}

function formatsXml({ format }: Release): string {
  const descriptions = format.descriptions.map((each) => `<description>${each}</description>`).join('');
  const text = format.name === 'Vinyl' && format.discs === 2 ? 'Gatefold' : '';
  return `<formats><format name="${format.name}" qty="${format.discs}" text="${text}"><descriptions>${descriptions}</descriptions></format></formats>`;
}

function identifiersXml({ barcode, format, labels }: Release, random: Random): string {
  let markup = '';
  if (barcode !== '') {
    const spaced = `${barcode[0]} ${barcode.slice(1, 7)} ${barcode.slice(7)}`;
    markup += `<identifier type="Barcode" value="${random.chance(0.5) ? barcode : spaced}"/>`;
  }
  if (format.name === 'Vinyl' && random.chance(0.5)) {
    const number = escapeAttribute(labels[0]!.catalogNumber);
    markup += `<identifier type="Matrix / Runout" value="${number} A1" description="Side A runout"/><identifier type="Matrix / Runout" value="${number} B1" description="Side B runout"/>`;
  }
  if (format.name === 'CD' && random.chance(0.3)) {
    markup += `<identifier type="Label Code" value="LC ${random.between(1000, 99_999)}"/>`;
  }
  return wrap('identifiers', markup);
}

const COMPANY_TYPES = [
  'Recorded At',
  'Pressed By',
  'Phonographic Copyright (p)',
  'Copyright (c)',
  'Published By',
  'Manufactured By',
];

function companiesXml(world: World, random: Random): string {
  const count = random.chance(0.35) ? random.between(1, 4) : 0;
  let markup = '';
  for (let k = 0; k < count; k += 1) {
    const label = random.zipf(world.labels);
    const id = discogsLabelId(world, label);
    const type = random.below(COMPANY_TYPES.length);
    markup += `<company><id>${id}</id>${element('name', discogsLabelName(world, label))}<entity_type>${13 + type}</entity_type><entity_type_name>${COMPANY_TYPES[type]}</entity_type_name><resource_url>https://api.discogs.com/labels/${id}</resource_url></company>`;
  }
  return wrap('companies', markup);
}

function notesOf({ index, edition }: Release, random: Random): string {
  if (!random.chance(0.3)) return '';
  const first = edition === 0 ? 'First pressing.' : 'Later pressing; see the master for others.';
  return random.chance(0.1)
    ? `${first}\n\nSleeve <B> & "insert" as on no. ${index}.\nGenerated.`
    : `${first}\nGenerated.`;
}

function videosXml(work: Work, tracks: readonly Track[], random: Random): string {
  if (!random.chance(0.3)) return '';
  const markup = tracks.slice(0, 3).map(({ title, seconds }, nth) => {
    const name = escapeText(title.text);
    return `<video src="https://www.youtube.com/watch?v=generated-${work.index}-${nth}" duration="${seconds}" embed="true"><title>${name}</title><description>${name}\n\nGenerated.</description></video>`;
  });
  return wrap('videos', markup.join(''));
}

/** Whatever the editions of a work share. */
interface WorkMarkup {
  readonly work: Work;
  readonly tracks: readonly Track[];
  readonly trackMarkup: readonly TrackMarkup[];
  readonly extras: string;
  readonly genres: string;
}

function releaseXml(world: World, release: Release, shared: WorkMarkup): string {
  const { work, tracks, trackMarkup, extras, genres } = shared;
  const random = new Random(mix(world.seed + 1, PURPOSE.release, release.index));
  const main = release.edition === 0;
  const master = work.mastered
    ? `<master_id is_main_release="${main}">${discogsId(world.seed, work.index)}</master_id>`
    : '';
  const country = random.chance(0.03) ? '' : release.country;
  return `<release id="${discogsId(world.seed, release.index)}">${mainCreditsXml(world, work.credits, release.index)}${element('title', release.title)}<labels>${release.labels.map((label) => labelXml(world, label)).join('')}</labels>${extras}${formatsXml(release)}${genres}${element('country', country)}${element('released', releasedText(release))}${element('notes', notesOf(release, random))}<data_quality>Generated</data_quality>${master}${tracklistXml(release, trackMarkup)}${identifiersXml(release, random)}${videosXml(work, tracks, random)}${companiesXml(world, random)}</release>\n`;
}

/** Every edition of a work: a record each, one a line. */
export function releasesXml(world: World, work: Work): string {
  if (!work.onDiscogs) return '';
  const tracks = tracksOf(world, work);
  const trackMarkup = prepareTracks(world, tracks);
  const shared = { work, tracks, trackMarkup, extras: extraCreditsXml(world, work), genres: genresXml(work) };
  let text = '';
  for (let edition = 0; edition < work.releaseCount; edition += 1) {
    text += releaseXml(world, releaseAt(world, work, edition), shared);
  }
  return text;
}
