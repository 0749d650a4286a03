export interface Statement {
  readonly mainsnak: Readonly<Record<string, unknown>>;
  readonly type: 'statement';
  readonly id: string;
  readonly rank: Rank;
  readonly qualifiers?: Readonly<Record<string, unknown>>;
}

export type Rank = 'normal' | 'preferred' | 'deprecated';

/** Statements of one entity by property. */
export class Claims {
  private readonly qid: string;
  private readonly statements: Record<string, Statement[]> = {};
  private count = 0;

  constructor(qid: string) {
    this.qid = qid;
  }

  private add(property: string, rank: Rank, mainsnak: Readonly<Record<string, unknown>>): void {
    this.count += 1;
    const id = `${this.qid}$${String(this.count).padStart(8, '0')}-0000-4000-8000-000000000000`;
    this.statements[property] ??= [];
    this.statements[property].push({
      mainsnak: { snaktype: 'value', property, ...mainsnak },
      type: 'statement',
      id,
      rank,
    });
  }

  identifier(property: string, value: string, rank: Rank = 'normal'): void {
    this.add(property, rank, { datavalue: { value, type: 'string' }, datatype: 'external-id' });
  }

  item(property: string, qid: string): void {
    const value = { 'entity-type': 'item', 'numeric-id': Number(qid.slice(1)), id: qid };
    this.add(property, 'normal', { datavalue: { value, type: 'wikibase-entityid' }, datatype: 'wikibase-item' });
  }

  year(property: string, year: number): void {
    const value = {
      time: `+${year}-00-00T00:00:00Z`,
      timezone: 0,
      before: 0,
      after: 0,
      precision: 9,
      calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
    };
    this.add(property, 'normal', { datavalue: { value, type: 'time' }, datatype: 'time' });
  }

  /** "There is none." */
  noValue(property: string): void {
    this.add(property, 'normal', { snaktype: 'novalue', datatype: 'external-id' });
  }

  toJSON(): Readonly<Record<string, readonly Statement[]>> {
    return this.statements;
  }
}
