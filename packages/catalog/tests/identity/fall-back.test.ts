import { describe, expect, it } from 'vitest';
import type { Identity, Override, SourceLink } from '../../src/identity/identity.ts';
import { overlayOverrides } from '../../src/identity/overlay-overrides.ts';

const link = (source: string, method: string, confidence: number, derivedFrom: string | null = null): SourceLink => ({
  source,
  externalId: source === 'mb_release_group' ? '5a5ab9a8-8d2f-4b3c-9d0d-6f3a0d2b6a11' : '11',
  method,
  confidence,
  derivedFrom,
  url: null,
});
const noIds: Identity['ids'] = {
  discogs_master_id: null,
  discogs_release_id: null,
  musicbrainz_release_group_mbid: null,
  musicbrainz_release_mbid: null,
  musicbrainz_recording_mbid: null,
  wikidata_qid: null,
  spotify_id: null,
  apple_music_id: null,
};
const columns = { discogs_master: 'discogs_master_id', discogs_release: 'discogs_release_id' } as const;
const rejects: Override = { source: 'mb_release_group', action: 'reject', externalId: null };

/** What is left of an identity on which a release group, which a person rejects, and these links agreed. */
function leftOf(links: readonly SourceLink[]) {
  const group = link('mb_release_group', 'exact_match', 1);
  const ids = { ...noIds, musicbrainz_release_group_mbid: group.externalId };
  for (const { source, externalId } of links)
    if (source in columns) ids[columns[source as keyof typeof columns]] = externalId;
  const identity: Identity = {
    ids,
    artistIds: {},
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreementSources: ['discogs_master', 'mb_release_group'],
    conflicts: [],
  };
  return overlayOverrides({ identity, links: [group, ...links] }, [rejects]);
}

describe('an identity whose surest source a person rejects', () => {
  it.each([
    ['as sure as the weakest link left', [link('discogs_master', 'alias_match', 0.8)], ['alias_match', 0.8]],
    ['taken from the least that counts', [link('discogs_master', 'llm', 0.7)], ['llm', 0.7]],
    ['none by a link that is less sure', [link('discogs_master', 'llm', 0.69)], null],
    [
      'none by what was derived from such a link',
      [link('discogs_master', 'llm', 0.65), link('discogs_release', 'inherited', 0.62, 'discogs_master')],
      null,
    ],
  ] as const)('is %s', (_, links, left) => {
    const { identity } = leftOf(links);
    expect(identity === null ? null : [identity.method, identity.confidence]).toEqual(left);
  });

  it('keeps ids of the links that count, and loses those of the others', () => {
    const { identity, links } = leftOf([link('discogs_master', 'llm', 0.65), link('discogs_release', 'trigram', 0.9)]);
    expect(identity).toMatchObject({ method: 'trigram', confidence: 0.9, agreementSources: null });
    expect(identity?.ids).toEqual({ ...noIds, discogs_release_id: '11' });
    // What was said stays with the sources, for whoever looks at them.
    expect(links.map(({ source }) => source)).toEqual(['discogs_master', 'discogs_release']);
  });
});
