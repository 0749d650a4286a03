import { Command, CommanderError } from 'commander';
import { CliError, exitCode } from './cli-error.ts';
import { registerExplain } from './commands/explain.ts';
import { registerLibrary } from './commands/library.ts';
import { registerNormalise } from './commands/normalise.ts';
import { registerResolve } from './commands/resolve.ts';
import { registerSnapshot } from './commands/snapshot.ts';

function createProgram(): Command {
  const program = new Command('deadwax')
    .description('Says which record this is.')
    .version('0.1.0')
    .option('--debug', 'print stack traces')
    .exitOverride()
    .showHelpAfterError('(run with --help for what it takes)');
  registerNormalise(program);
  registerSnapshot(program);
  registerResolve(program);
  registerExplain(program);
  registerLibrary(program);
  return program;
}

function report(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.usage;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`deadwax: ${message}\n`);
  if (error instanceof CliError && error.hint) process.stderr.write(`  ${error.hint}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof CliError ? error.exitCode : exitCode.failure;
}

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error, process.argv.includes('--debug'));
}
