import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { DumpKindName } from '../../src/discogs/kinds.ts';

/** Fields of a record while it is filled. */
type Fields = Record<string, unknown>;
type Attributes = Readonly<Record<string, string>>;

/** What an element does: what its children fill, and what its text becomes. */
interface Rule {
  readonly open?: (parent: Fields, attributes: Attributes) => Fields;
  readonly text?: (target: Fields, text: string) => void;
  readonly children?: Readonly<Record<string, Rule>>;
}

const NOTHING: Rule = {};

function toInteger(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d+\s*$/.test(text) ? Number(text) : null;
}

function toId(text: string | undefined): number | null {
  const id = toInteger(text);
  return id !== null && id > 0 ? id : null;
}

function text(field: string): Rule {
  return {
    text: (target, value) => {
      target[field] = value;
    },
  };
}

function number(field: string, parse = toInteger): Rule {
  return {
    text: (target, value) => {
      target[field] = parse(value);
    },
  };
}

function push(parent: Fields, field: string, item: Fields): Fields {
  (parent[field] as Fields[]).push(item);
  return item;
}

function texts(item: string, field: string): Rule {
  return {
    children: {
      [item]: { text: (target, value) => value !== '' && (target[field] as string[]).push(value) },
    },
  };
}

function list(item: string, field: string, create: (attributes: Attributes) => Fields, rule: Rule = {}): Rule {
  const open: Rule['open'] = (parent, attributes) => push(parent, field, create(attributes));
  return { children: { [item]: { ...rule, open } } };
}

/** `before` is the id that stands ahead of a name in the older form of members. */
function mentions(item: string, field: string): Rule {
  return {
    open: (parent) => ({ list: parent[field], before: null }),
    children: {
      id: number('before'),
      [item]: {
        open: (parent, { id }) => ({ list: parent.list, id: toInteger(id) ?? parent.before }),
        text: (target, name) => {
          if (target.id !== null || name !== '') push(target, 'list', { id: target.id, name });
        },
      },
    },
  };
}

function credits(field: string): Rule {
  const children = {
    id: number('artistId', toId),
    ...{ name: text('name'), anv: text('anv'), join: text('join'), role: text('role'), tracks: text('tracks') },
  };
  const create = () => ({ artistId: null, name: '', anv: '', join: '', role: '', tracks: '' });
  return list('artist', field, create, { children });
}

const videos = list(
  'video',
  'videos',
  ({ src = '', duration, embed }) => ({
    ...{ src, duration: toInteger(duration), embed: embed === 'true', title: '', description: '' },
  }),
  { children: { title: text('title'), description: text('description') } },
);

function catalogEntries(item: string, field: string): Rule {
  return list(item, field, ({ id, name = '', catno = '' }) => ({ id: toId(id), name, catno }), {
    children: { id: number('id', toId), name: text('name'), catno: text('catno') },
  });
}

function tracks(): Rule {
  const track: Record<string, Rule> = {
    ...{ position: text('position'), title: text('title'), duration: text('duration') },
    ...{ artists: credits('artists'), extraartists: credits('extraArtists') },
  };
  const create = () => ({ position: '', title: '', duration: '', artists: [], extraArtists: [], subTracks: [] });
  track.sub_tracks = list('track', 'subTracks', create, { children: track });
  return list('track', 'tracks', create, { children: track });
}

const formats = list(
  'format',
  'formats',
  ({ name = '', qty, text: note = '' }) => ({ name, quantity: toInteger(qty), text: note, descriptions: [] }),
  { children: { descriptions: texts('description', 'descriptions') } },
);

const companies = list(
  'company',
  'companies',
  () => ({ id: null, name: '', catno: '', entityType: null, entityTypeName: '' }),
  {
    children: {
      ...{ id: number('id', toId), name: text('name'), catno: text('catno') },
      ...{ entity_type: number('entityType'), entity_type_name: text('entityTypeName') },
    },
  },
);

const RECORDS: Readonly<Record<DumpKindName, { tag: string; create: (attributes: Attributes) => Fields; rule: Rule }>> =
  {
    artists: {
      tag: 'artist',
      create: () => ({
        ...{ id: null, name: '', realname: '', profile: '', dataQuality: '' },
        ...{ urls: [], nameVariations: [], aliases: [], groups: [], members: [] },
      }),
      rule: {
        children: {
          ...{ id: number('id'), name: text('name'), realname: text('realname'), profile: text('profile') },
          ...{ data_quality: text('dataQuality'), urls: texts('url', 'urls') },
          ...{ namevariations: texts('name', 'nameVariations'), aliases: mentions('name', 'aliases') },
          ...{ groups: mentions('name', 'groups'), members: mentions('name', 'members') },
        },
      },
    },
    labels: {
      tag: 'label',
      create: () => ({
        ...{ id: null, name: '', contactInfo: '', profile: '', dataQuality: '' },
        ...{ parent: null, urls: [], sublabels: [] },
      }),
      rule: {
        children: {
          ...{ id: number('id'), name: text('name'), contactinfo: text('contactInfo'), profile: text('profile') },
          ...{
            data_quality: text('dataQuality'),
            urls: texts('url', 'urls'),
            sublabels: mentions('label', 'sublabels'),
          },
          parentLabel: {
            open: (parent, { id }) => {
              const mention = { id: toInteger(id), name: '' };
              parent.parent = mention;
              return mention;
            },
            text: (target, name) => {
              target.name = name;
            },
          },
        },
      },
    },
    masters: {
      tag: 'master',
      create: ({ id }) => ({
        ...{ id: toInteger(id), title: '', year: null, mainReleaseId: null, dataQuality: '', notes: '' },
        ...{ artists: [], genres: [], styles: [], videos: [] },
      }),
      rule: {
        children: {
          ...{ title: text('title'), year: number('year'), main_release: number('mainReleaseId') },
          ...{ data_quality: text('dataQuality'), notes: text('notes'), artists: credits('artists'), videos },
          ...{ genres: texts('genre', 'genres'), styles: texts('style', 'styles') },
        },
      },
    },
    releases: {
      tag: 'release',
      create: ({ id, status = '' }) => ({
        ...{ id: toInteger(id), status, title: '', country: '', released: '', notes: '', dataQuality: '' },
        ...{ masterId: null, isMainRelease: false, artists: [], extraArtists: [], labels: [], series: [], formats: [] },
        ...{ genres: [], styles: [], tracks: [], identifiers: [], companies: [], videos: [] },
      }),
      rule: {
        children: {
          ...{ title: text('title'), country: text('country'), released: text('released'), notes: text('notes') },
          ...{ data_quality: text('dataQuality'), artists: credits('artists'), extraartists: credits('extraArtists') },
          ...{ labels: catalogEntries('label', 'labels'), series: catalogEntries('series', 'series'), formats },
          ...{ genres: texts('genre', 'genres'), styles: texts('style', 'styles'), tracklist: tracks() },
          ...{ companies, videos },
          identifiers: list('identifier', 'identifiers', ({ type = '', value = '', description = '' }) => ({
            ...{ type, value, description },
          })),
          master_id: {
            open: (parent, attributes) => {
              parent.isMainRelease = attributes.is_main_release === 'true';
              return parent;
            },
            ...number('masterId'),
          },
        },
      },
    },
  };

function cleanText(value: string): string {
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}

function cleanAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) attributes[name] = cleanText(attributes[name]!);
  return attributes;
}

/** The records of a dump as saxes sees them: the oracle of the reader, and what it is timed against. */
export class SaxesRecords {
  readonly #parser = new SaxesParser();
  readonly #rules: Rule[] = [];
  readonly #targets: Fields[] = [];
  #depth = 0;
  #text = '';
  #collects = false;

  constructor(kind: DumpKindName, onRecord: (record: unknown) => void) {
    const { tag, create, rule } = RECORDS[kind];
    const root: Rule = { children: { [tag]: { ...rule, open: (_parent, attributes) => create(attributes) } } };
    const document: Rule = { children: { [kind]: root } };
    this.#rules[0] = document;
    this.#targets[0] = {};
    this.#parser.on('opentag', (node) => this.#open(node));
    this.#parser.on('text', (value) => {
      if (this.#collects) this.#text += value;
    });
    this.#parser.on('cdata', (value) => {
      if (this.#collects) this.#text += value;
    });
    this.#parser.on('closetag', () => {
      const own = this.#rules[this.#depth]!;
      const target = this.#targets[this.#depth]!;
      own.text?.(target, cleanText(this.#text));
      this.#collects = false;
      this.#depth -= 1;
      if (this.#depth === 1) onRecord(target);
    });
    this.#parser.on('error', (error) => {
      throw error;
    });
  }

  #open(node: SaxesTagPlain): void {
    const parent = this.#targets[this.#depth]!;
    const rule = this.#rules[this.#depth]!.children?.[node.name] ?? NOTHING;
    this.#depth += 1;
    this.#rules[this.#depth] = rule;
    this.#targets[this.#depth] = rule.open?.(parent, cleanAttributes(node.attributes)) ?? parent;
    this.#collects = rule.text !== undefined;
    this.#text = '';
  }

  write(xml: string): void {
    this.#parser.write(xml);
  }

  close(): void {
    this.#parser.close();
  }
}
