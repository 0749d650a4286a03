import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerNormalise } from './normalise.ts';

async function run(args: string[], chunks: (Uint8Array | string)[] = []): Promise<string> {
  const written: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerNormalise(program, { input: ReadableStream.from(chunks), output });
  await program.parseAsync(['normalise', ...args], { from: 'user' });
  return Buffer.concat(written).toString();
}

describe('deadwax normalise', () => {
  it.each([
    ['storage', '  Beyonc\u00C3\u00A9 ', 'Beyoncé'],
    ['match', 'Nilüfer Yanya', 'nilufer yanya'],
    ['identity', 'Broadcast (Live) [2003]', 'broadcast (live)'],
    ['identity-title', 'The Noise Made By People [EP]', 'noise made by people'],
    ['identity-punctuation', 'M.I.A.', 'm i a'],
    ['identity-punctuation', '!!!', ''],
    ['identity-disambiguator', 'John Smith /2', 'john smith'],
    ['article', 'the the', 'the'],
    ['compilation', 'Various Artists - Rock - S', 'true'],
    ['compilation', 'Various Production', 'false'],
    ['ascii', 'Молчат Дома', 'molchat doma'],
    ['artist-key', 'The Beatles (2)', 'beatles'],
    ['title-key', 'Nuggets, Vol. 2 [deleted 7/91]', 'nuggets vol 2'],
  ])('writes the %s form of %j', async (form, name, expected) => {
    expect(await run(['--form', form], [`${name}\n`])).toBe(`${expected}\n`);
  });

  it('writes one line for each argument and reads nothing', async () => {
    expect(await run(['--form', 'match', 'Beyoncé', 'A  B'], ['ignored\n'])).toBe('beyonce\na b\n');
  });

  it.each([
    ['CRLF ends a line', 'A\r\nB\r\n', 'a\nb\n'],
    ['a last line needs no end', 'A\nB', 'a\nb\n'],
    ['empty lines stay', '\nA\n\n', '\na\n\n'],
    ['no other separator ends a line', 'A\u2028B\u0085C\vD\rE\n', 'a\u2028b\u0085c\vd\re\n'],
    ['no input, no output', '', ''],
  ])('%s', async (_why, input, expected) => {
    expect(await run(['--form', 'match'], [input])).toBe(expected);
  });

  it('reads the same whatever the borders between chunks', async () => {
    const bytes = Buffer.from('細野晴臣\r\nΣτελλάς\n👨‍👩‍👧\n');
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await run(['--form', 'match'], single)).toBe(await run(['--form', 'match'], [bytes]));
  });

  it('reads and writes JSON', async () => {
    const input = '\uFEFF"A\\nB"\n"\\ud800 X"\n"caf\\u00e9\\u0000"\n';
    expect(await run(['--form', 'match', '--json'], [input])).toBe('"a\\nb"\n"\\ud800 x"\n"cafe\\u0000"\n');
    expect(await run(['--form', 'compilation', '--json'], ['"V/A"\n'])).toBe('true\n');
  });

  it.each(['plain', '5', 'null', '', '"open'])('names the line that is no JSON string: %j', async (line) => {
    const failing = run(['--form', 'match', '--json'], [`"one"\n${line}\n"three"\n`]);
    await expect(failing).rejects.toThrow(/^line 2 is not a JSON string/);
    await expect(failing).rejects.toMatchObject({ exitCode: 2 });
  });

  it('refuses a form it does not know', async () => {
    await expect(run(['--form', 'canonical'])).rejects.toThrow(/Allowed choices are storage, match/);
  });
});

describe('as a process', () => {
  const module = JSON.stringify(fileURLToPath(new URL('normalise.ts', import.meta.url)));
  const commander = JSON.stringify(import.meta.resolve('commander'));
  const main = `
    import { Command } from ${commander};
    import { registerNormalise } from ${module};
    const program = new Command();
    registerNormalise(program);
    await program.parseAsync(['normalise', ...process.argv.slice(1)], { from: 'user' });`;
  const start = (...args: string[]) =>
    spawn(process.execPath, ['--input-type=module', '-e', main, '--', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });

  it('streams from pipe to pipe', async () => {
    const child = start('--form', 'match');
    child.stdin.end('Beyoncé\n'.repeat(50_000));
    expect((await buffer(child.stdout)).toString()).toBe('beyonce\n'.repeat(50_000));
  });

  it('ends quietly when the reader goes away', async () => {
    const child = start('--form', 'match');
    const errors = buffer(child.stderr);
    child.stdin.on('error', () => {});
    child.stdin.write('Beyoncé\n'.repeat(200_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const closed = once(child, 'close');
    child.stdin.end('Beyoncé\n'.repeat(200_000));
    expect((await closed)[0]).toBe(0);
    expect((await errors).toString()).toBe('');
  });
});
