import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

export interface Question {
  readonly artist: string;
  readonly title: string;
}

/** Rows of a page, the most that one request may hold. */
export const inputsPerRequest = 1000;

const wellKnown: readonly Question[] = [
  { artist: 'Stereolab', title: 'Emperor Tomato Ketchup' },
  { artist: 'Autechre', title: 'Confield' },
  { artist: 'The Fall', title: 'Hex Enduction Hour' },
  { artist: 'Sun Ra', title: 'Lanquidity' },
  { artist: 'Juana Molina', title: 'DOGA' },
  { artist: 'Björk', title: 'Homogenic' },
  { artist: 'Various', title: 'Nuggets' },
  { artist: 'Nobody At All', title: 'A Record That Does Not Exist' },
];

/** Rows of a CSV or of queries of `script/bench world`; a few well-known records where no file is named. */
export async function readQuestions(file: string | undefined): Promise<readonly Question[]> {
  if (file === undefined) return wellKnown;
  if (file.endsWith('.ndjson')) return readAsked(await readFile(file, 'utf8'));
  const rows: { artist?: string; title?: string }[] = parse(await readFile(file), { columns: true, bom: true });
  const questions = rows.map(({ artist = '', title = '' }) => ({ artist, title }));
  if (questions.every(({ artist, title }) => artist === '' && title === '')) {
    throw new Error(`${file} holds no rows with the columns artist and title`);
  }
  return questions;
}

function readAsked(lines: string): Question[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const { artist, album } = JSON.parse(line) as { artist: string; album: string };
      return { artist, title: album };
    });
}

/** The input of a row; rows beyond the last question begin at the first again. */
export function inputOf(questions: readonly Question[], row: number) {
  const { artist, title } = questions[row % questions.length] as Question;
  return { library_id: row + 1, artist_name: artist, album_title: title };
}

/** Bodies of 1,000 inputs that walk through the whole list, so that one request is not another's echo. */
export function makePages(questions: readonly Question[]): string[] {
  const count = Math.max(1, Math.min(20, Math.ceil(questions.length / inputsPerRequest)));
  return Array.from({ length: count }, (_, page) => {
    const inputs = Array.from({ length: inputsPerRequest }, (_, row) => ({
      ...inputOf(questions, page * inputsPerRequest + row),
      library_id: row + 1,
    }));
    return JSON.stringify({ inputs });
  });
}
