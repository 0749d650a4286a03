import { asciiForm } from '@deadwax/linkage/normalise/ascii-form';
import { detectCompilation } from '@deadwax/linkage/normalise/compilation';
import { disambiguatorForm } from '@deadwax/linkage/normalise/disambiguator-form';
import { identityForm } from '@deadwax/linkage/normalise/identity-form';
import { identityTitleForm } from '@deadwax/linkage/normalise/identity-title-form';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import { punctuationForm } from '@deadwax/linkage/normalise/punctuation-form';
import { storageForm } from '@deadwax/linkage/normalise/storage-form';
import { stripLeadingArticle } from '@deadwax/linkage/normalise/strip-leading-article';
import { type Command, Option } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';
import { readLines } from '../text/read-lines.ts';
import { writeAll } from '../text/write-all.ts';

const forms: Record<string, (text: string) => string | boolean> = {
  storage: storageForm,
  match: matchForm,
  identity: identityForm,
  'identity-title': identityTitleForm,
  'identity-punctuation': punctuationForm,
  'identity-disambiguator': disambiguatorForm,
  article: stripLeadingArticle,
  compilation: detectCompilation,
  ascii: asciiForm,
  'artist-key': artistKey,
  'title-key': titleKey,
};

interface NormaliseOptions {
  readonly form: string;
  readonly json?: boolean;
}

/** The streams a run reads and writes; the process's own unless a test brings others. */
export interface NormaliseStreams {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: NodeJS.WritableStream;
}

export function registerNormalise(program: Command, streams?: NormaliseStreams): void {
  program
    .command('normalise')
    .description('Show what names become: one line in, one line out.')
    .argument('[text...]', 'names to normalise, each as it stands; without any, lines are read from standard input')
    .addOption(new Option('--form <form>', 'the form to write').choices(Object.keys(forms)).makeOptionMandatory())
    .option('--json', 'read a JSON string on each line of input, and write JSON')
    .addHelpText(
      'after',
      '\nWith --form compilation it writes true or false: whether the name is a heading for compilations.',
    )
    .action(async (texts: string[], options: NormaliseOptions) => {
      const { input, output } = streams ?? { input: process.stdin, output: process.stdout };
      const normalise = forms[options.form]!;
      const present = options.json ? (text: string) => JSON.stringify(normalise(text)) : normalise;
      const lines = texts.length > 0 ? [texts] : readTexts(input, options.json === true);
      await writeAll(output, presentLines(lines, present));
    });
}

async function* presentLines(
  batches: Iterable<string[]> | AsyncIterable<string[]>,
  present: (text: string) => string | boolean,
): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((text) => `${present(text)}\n`).join('');
}

async function* readTexts(input: AsyncIterable<Uint8Array | string>, isJson: boolean): AsyncGenerator<string[]> {
  let lineNumber = 0;
  for await (const lines of readLines(input)) {
    if (!isJson) {
      yield lines;
      continue;
    }
    const texts: string[] = [];
    for (const line of lines) {
      lineNumber += 1;
      const text = parseJsonString(lineNumber === 1 ? line.replace(/^\u{FEFF}/u, '') : line);
      if (text === null) {
        yield texts;
        throw notAJsonString(lineNumber, line);
      }
      texts.push(text);
    }
    yield texts;
  }
}

function parseJsonString(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function notAJsonString(lineNumber: number, line: string): CliError {
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  return new CliError(`line ${lineNumber} is not a JSON string: ${JSON.stringify(shown)}`, {
    exitCode: exitCode.usage,
    hint: 'With --json each line of input must be one quoted JSON string, such as "Beyonc\\u00e9".',
  });
}
