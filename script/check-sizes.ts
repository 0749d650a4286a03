import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LIMIT = 400;

/** Every source file stays readable in one sitting; generated code is exempt. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.includes('/generated/'));
const long = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  return lines > LIMIT ? [`${file}: ${lines} lines, at most ${LIMIT}`] : [];
});
for (const line of long) process.stderr.write(`${line}\n`);
process.exitCode = long.length > 0 ? 1 : 0;
