import { isUsageFault } from './usage-error.ts';
import { usages } from './usages.ts';

const exitCode = { usage: 2, failure: 3 } as const;

/** Runs a measurement by its name; the arguments behind that are its own. What it cannot take is said with what it can. */
async function main(name: string, options: readonly string[]): Promise<void> {
  const usage = usages[name];
  if (usage !== undefined && options.some((option) => option === '--help' || option === '-h')) {
    process.stdout.write(usage);
    return;
  }
  process.argv.splice(2, 1);
  try {
    await import(`../${name}.ts`);
  } catch (error) {
    const { message, stack } = error as Error;
    const isUsage = isUsageFault(error);
    // Of a file that is not there, or a service that does not start, the message says all; of a fault of ours it does not.
    const isTold = error instanceof SyntaxError || (error as Error).constructor === Error;
    process.stderr.write(isUsage ? `${message}\n\n${usage ?? ''}` : `${isTold ? message : (stack ?? message)}\n`);
    process.exitCode = isUsage ? exitCode.usage : exitCode.failure;
  }
}

// Who reads only the first lines has enough of them; the measurement goes on to its file and takes its servers away.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

const [name = '', ...options] = process.argv.slice(2);
await main(name, options);
