export type WikidataQid = string & { readonly __brand: 'WikidataQid' };

export const WIKIDATA_QID_PATTERN = /^Q[1-9]\d{0,18}$/;

/** Reads `Q255`, `q255` and the addresses of an item: `https://www.wikidata.org/wiki/Q255`, `…/entity/Q255`. */
export function parseWikidataQid(text: string): WikidataQid | null {
  const address = /^(?:https?:\/\/)?(?:(?:www|m)\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)\/?$/i.exec(text.trim());
  const qid = (address?.[1] ?? text.trim()).toUpperCase();
  return WIKIDATA_QID_PATTERN.test(qid) ? (qid as WikidataQid) : null;
}

export function wikidataPage(qid: string): string {
  return `https://www.wikidata.org/wiki/${qid}`;
}
