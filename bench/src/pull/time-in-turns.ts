import { openCatalogDatabase } from '@deadwax/catalog/database/open-catalog-database';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import type { AnsweredRow } from '@deadwax/catalog/identity/apply-verdicts';

const PAGE = 500;

export interface WriterFigures {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly statementsPer1000Rows: number;
}

export interface TimedWriter {
  /** A database of its own: both find it as it was. */
  readonly url: string;
  readonly write: (db: CatalogDatabase, page: readonly AnsweredRow[]) => Promise<unknown>;
}

/** Has two writers write the same answers, a page by each in turn: what else the machine does falls on both. */
export async function timeInTurns(
  answers: readonly AnsweredRow[],
  writers: readonly [TimedWriter, TimedWriter],
): Promise<[WriterFigures, WriterFigures]> {
  const [one, other] = [await open(writers[0]), await open(writers[1])];
  for (let start = 0; start < answers.length; start += PAGE) {
    const page = answers.slice(start, start + PAGE);
    const turns = (start / PAGE) % 2 === 0 ? [one, other] : [other, one];
    for (const turn of turns) await turn.write(page);
  }
  return [await one.close(answers.length), await other.close(answers.length)];
}

async function open({ url, write }: TimedWriter) {
  let statements = 0;
  let milliseconds = 0;
  const { db, close } = await openCatalogDatabase({ url }, { onStatement: () => (statements += 1) });
  statements = 0;
  return {
    write: async (page: readonly AnsweredRow[]) => {
      const begun = performance.now();
      await write(db, page);
      milliseconds += performance.now() - begun;
    },
    close: async (rows: number): Promise<WriterFigures> => {
      await close();
      return {
        rows,
        rowsPerSecond: (rows / milliseconds) * 1000,
        statementsPer1000Rows: (statements / rows) * 1000,
      };
    },
  };
}
