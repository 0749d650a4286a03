import { NULL } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';

type Named = readonly (readonly [id: number, name: string, gid: string])[];

/** Ids and gids as MusicBrainz has them. */
const NAMED: Readonly<Record<string, Named>> = {
  artist_type: [
    [1, 'Person', 'b6e035f4-3ce9-331c-97df-83397230b0df'],
    [2, 'Group', 'e431f5f6-b5d2-343d-8b36-72607fffb74b'],
    [3, 'Other', 'ac897045-5043-3294-969b-187360e45d86'],
  ],
  artist_alias_type: [
    [1, 'Artist name', '894afba6-2816-3c24-8072-eadb66bd04bc'],
    [2, 'Legal name', 'd4dcd0c0-b341-3612-a332-c0ce797b25cf'],
    [3, 'Search hint', '1937e404-b981-3cb7-8151-4c86ebfc8d8e'],
  ],
  gender: [
    [1, 'Male', '36d3d30a-839d-3eda-8cb3-29be4384e4a9'],
    [2, 'Female', '93452b5a-a947-30c8-934f-6a4056b151c2'],
  ],
  release_group_primary_type: [
    [1, 'Album', 'f529b476-6e62-324f-b0aa-1f3e33d313fc'],
    [2, 'Single', 'd6038452-8ee0-3f68-affc-2de9a1ede0b9'],
    [3, 'EP', '6d0c5bf6-7a33-3420-a519-44fc63eedebf'],
    [11, 'Other', '4fc3be2b-de1e-396b-a933-beb8f1607a22'],
  ],
  release_group_secondary_type: [
    [1, 'Compilation', 'dd2a21e1-0c00-3729-a7a0-de60b84eb5d1'],
    [2, 'Soundtrack', '22a628ad-c082-3c4f-b1b6-d41665107b88'],
    [6, 'Live', '6fd474e2-6b58-3102-9d17-d6f7eb7da0a0'],
    [7, 'Remix', '0c60f497-ff81-3818-befd-abfc84a4858b'],
  ],
  label_type: [
    [4, 'Original Production', '7aaa37fe-2def-3476-b359-80245850062d'],
    [9, 'Imprint', 'b6285b2a-3514-3d43-80df-fcf528824ded'],
  ],
  area_type: [[1, 'Country', '06dd0ae4-8c74-30bb-b43d-95dcedf961de']],
  release_status: [[1, 'Official', '4e304316-386d-3409-af2e-78857eec5cfe']],
};

const MEDIUM_FORMATS: readonly (readonly [id: number, name: string, year: number | null, gid: string])[] = [
  [1, 'CD', 1982, '9712d52a-4509-3d4b-a1a2-67c88c643e31'],
  [7, 'Vinyl', 1940, '10e17707-9751-3aaf-95b2-2432acd5374c'],
  [8, 'Cassette', 1964, 'f5e6e254-8f39-331c-936b-9c69d686dc47'],
  [12, 'Digital Media', null, '907a28d9-b3b2-3ef6-89a8-7b18d91d4794'],
];

/** Those without a known gid have one that is plainly made up. */
const AREAS: readonly (readonly [id: number, name: string, code: string, gid: string | null])[] = [
  [222, 'United States', 'US', '489ce91b-6658-3307-9877-795b68554c98'],
  [221, 'United Kingdom', 'GB', '8a754a16-0027-3a29-b6d7-2b40ea0481ed'],
  [81, 'Germany', 'DE', '85752fda-13c4-31a3-bee5-0e5cb1f51dad'],
  [107, 'Japan', 'JP', '2db42837-c832-3c27-b4a3-08198f75693c'],
  [38, 'Canada', 'CA', '71bbafaa-e825-3e15-8ca9-017dcad1748b'],
  [13, 'Australia', 'AU', '106e0bec-b638-3b37-b731-f53d507dc00e'],
  [106, 'Jamaica', 'JM', '2dd47a64-91d5-3b13-bc94-80043ed063d7'],
  [113, 'South Korea', 'KR', 'b9f7d640-46e8-313e-b158-ded6d18593b3'],
  [150, 'Netherlands', 'NL', 'ef1b7cc0-cd26-36f4-8ea0-04d9623786c7'],
  [241, 'Europe', 'XE', '89a675c2-3e37-3518-b83c-418bad59a85a'],
  ...[
    'France FR',
    'Italy IT',
    'Spain ES',
    'Brazil BR',
    'Sweden SE',
    'Poland PL',
    'Turkey TR',
    'Hungary HU',
    'Nigeria NG',
    'Russia RU',
    'Greece GR',
    'Egypt EG',
    'Israel IL',
  ].map((text, k) => [900 + k, text.slice(0, -3), text.slice(-2), null] as const),
];

const AREA_IDS = new Map<string, number>([...AREAS.map(([id, name]) => [name, id] as const), ['US', 222], ['UK', 221]]);

/** Of a country as Discogs calls it. */
export function areaId(country: string): number {
  return AREA_IDS.get(country)!;
}

const STAMP = '2026-08-30 12:00:00+00';

type LinkTypeRow = readonly [id: number, gid: string, from: string, to: string, name: string];

export const LINK_TYPES = {
  artistDiscogs: [180, '04a5b104-a4c2-4bac-99a1-7b837c37d9e4', 'artist', 'url', 'discogs'],
  artistWikidata: [352, '689870a4-a1e4-4912-b17f-7b2664215698', 'artist', 'url', 'wikidata'],
  artistBandcamp: [718, 'c550166e-0548-4a18-b1d4-e2ae423a3e88', 'artist', 'url', 'bandcamp'],
  artistStreaming: [194, '769085a1-c2f7-4c24-a532-2375a77693bd', 'artist', 'url', 'streaming music'],
  artistPurchase: [176, 'f8319a2f-f824-4617-81c8-be6560b3b203', 'artist', 'url', 'purchase for download'],
  memberOfBand: [103, '5be4c609-9afa-4ea0-910b-12ffb71e3821', 'artist', 'artist', 'member of band'],
  releaseDiscogs: [76, '4a78823c-1c53-4176-a5f3-58026c76f2bc', 'release', 'url', 'discogs'],
  releaseStreaming: [85, '08445ccf-7b99-4438-9f9a-fb9ac18099ee', 'release', 'url', 'streaming music'],
  groupDiscogs: [90, '99e550f3-5ab4-3110-b5b9-fe01d970b126', 'release_group', 'url', 'discogs'],
  groupWikidata: [353, 'b988d08c-5d86-4a57-9557-c83b399e3580', 'release_group', 'url', 'wikidata'],
} satisfies Record<string, LinkTypeRow>;

export type LinkTypeName = keyof typeof LINK_TYPES;

/** Each type has one link that holds and one that has ended. */
export function linkId(type: LinkTypeName, ended: boolean): number {
  return LINK_TYPES[type][0] * 2 + (ended ? 1 : 0);
}

function writeLinkTypes(tables: TableFolder): void {
  for (const [name, [id, gid, from, to, text]] of Object.entries(LINK_TYPES)) {
    tables.row(
      'link_type',
      [
        id,
        NULL,
        0,
        gid,
        from,
        to,
        text,
        'Generated copy of the MusicBrainz type.',
        text,
        text,
        text,
        STAMP,
        'f',
        'f',
        0,
        0,
      ].join('\t'),
    );
    const type = name as LinkTypeName;
    tables.row('link', [linkId(type, false), id, ...Array(6).fill(NULL), 0, STAMP, 'f'].join('\t'));
    tables.row('link', [linkId(type, true), id, NULL, NULL, NULL, 2015, NULL, NULL, 0, STAMP, 't'].join('\t'));
  }
}

export function writeSmallTables(tables: TableFolder): void {
  for (const [table, rows] of Object.entries(NAMED)) {
    for (const [id, name, gid] of rows) tables.row(table, [id, name, NULL, 0, NULL, gid].join('\t'));
  }
  for (const [id, name, year, gid] of MEDIUM_FORMATS) {
    tables.row('medium_format', [id, name, NULL, 0, year ?? NULL, id === 1 ? 't' : 'f', NULL, gid].join('\t'));
  }
  for (const [id, name, code, gid] of AREAS) {
    const shown = gid ?? `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
    tables.row('area', [id, shown, name, 1, 0, STAMP, ...Array(6).fill(NULL), 'f', ''].join('\t'));
    tables.row('country_area', String(id));
    tables.row('iso_3166_1', `${id}\t${code}`);
  }
  tables.row('language', ['120', 'eng', 'eng', 'en', 'English', '2', 'eng'].join('\t'));
  tables.row('script', ['28', 'Latn', '215', 'Latin', '4'].join('\t'));
  writeLinkTypes(tables);
}
