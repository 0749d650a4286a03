import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CliError, exitCode } from '../cli-error.ts';
import { detectEncoding, type Encoding, parseEncoding } from './encoding/detect-encoding.ts';
import { nameBinary } from './encoding/name-binary.ts';
import { ByteSurvey } from './encoding/survey-bytes.ts';

const chunkSize = 256 * 1024;

export interface LibraryFile {
  readonly path: string;
  readonly size: number;
  readonly encoding: Encoding;
}

/** Looks at every byte of a file once: that it is text, and how it is encoded. */
export async function openLibrary(path: string, encodingName: string | null): Promise<LibraryFile> {
  const found = await statLibrary(path);
  const survey = new ByteSurvey();
  for await (const chunk of readBytes(path)) survey.add(chunk);
  survey.finish();
  if (found.size === 0)
    throw new CliError(`${path} is empty`, { hint: 'A library is a CSV file with a row for each record.' });
  const binary = nameBinary(survey);
  if (binary) throw new CliError(`${basename(path)} is ${binary.what}, not CSV`, { hint: binary.hint });
  const encoding = encodingName === null ? detectEncoding(survey) : parseEncoding(encodingName, survey);
  if (encoding === null) throw unknownEncoding(encodingName ?? '');
  return { path, size: found.size, encoding };
}

/** The bytes of a file, with faults said the way a person reads them. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) yield chunk as Buffer;
  } catch (cause) {
    throw explain(path, cause as NodeJS.ErrnoException);
  }
}

async function statLibrary(path: string): Promise<Stats> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw explain(path, cause);
  });
  if (found.isDirectory()) throw new CliError(`${path} is a folder; name the CSV file in it`);
  if (!found.isFile())
    throw new CliError(`${path} is no plain file`, { hint: 'It is read more than once: save it to a file first.' });
  return found;
}

function explain(path: string, cause: NodeJS.ErrnoException): CliError {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return new CliError(`there is no file ${path}`, { cause });
  if (cause.code === 'EACCES' || cause.code === 'EPERM')
    return new CliError(`${path} may not be read: permission denied`, { cause });
  return new CliError(`${path} cannot be read: ${cause.message}`, { cause });
}

function unknownEncoding(name: string): CliError {
  return new CliError(`--encoding does not know ${JSON.stringify(name)}`, {
    exitCode: exitCode.usage,
    hint: 'It takes utf-8, latin1, windows-1252, mac-roman, utf-16le, shift_jis and the other labels of the web.',
  });
}
