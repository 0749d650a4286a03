import type { CrossReferenceQuery } from '../../authority.ts';
import { IDENTIFIER_PROPERTIES, type IdentifierProperty } from '../properties.ts';

/** An identifier of an artist says nothing when an album's item has it: somebody chose the wrong property. */
function identifierLinks({ property, of, target }: IdentifierProperty): CrossReferenceQuery {
  return {
    name: `wikidata_${property.toLowerCase()}_${target}`,
    sql: `
SELECT '${of === 'artist' ? 'wikidata_artist' : 'wikidata'}' AS source_a, claim.qid AS id_a, '${target}' AS source_b,
  claim.value AS id_b, 'claim_external_id' AS via_table, '${property}' AS via_property, claim.ended, claim.rank
FROM wikidata.claim_external_id claim
JOIN wikidata.entity entity ON entity.qid = claim.qid AND entity.kind = '${of}'
WHERE claim.property = '${property}'`,
  };
}

export const CROSS_REFERENCES: readonly CrossReferenceQuery[] = IDENTIFIER_PROPERTIES.filter(
  ({ target }) => target !== null,
).map(identifierLinks);
