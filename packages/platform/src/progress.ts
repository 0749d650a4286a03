import { MultiBar, Presets, type SingleBar } from 'cli-progress';

export interface ProgressStep {
  /** Short words shown to a person: `discogs releases`. */
  readonly name: string;
  /** Bytes for files, rows for tables. */
  readonly unit: 'bytes' | 'rows';
  readonly total: number;
}

export interface StepHandle {
  /** Sets how much is done, in the step's unit. */
  update(done: number): void;
  /** Ends the step; `facts` join the JSON line. */
  finish(facts?: Readonly<Record<string, unknown>>): void;
}

export interface Progress {
  start(step: ProgressStep): StepHandle;
  /** A line for the person, above the bars. */
  say(message: string): void;
  stop(): void;
}

type Write = (line: string) => void;

function formatAmount(amount: number, unit: ProgressStep['unit']): string {
  if (unit === 'rows') return Math.round(amount).toLocaleString('en-GB');
  const mega = amount / 1e6;
  return mega >= 1000 ? `${(mega / 1000).toFixed(2)} GB` : `${mega.toFixed(1)} MB`;
}

function formatBar(step: ProgressStep, bar: { progress: number; eta: number; text: string; seconds: number }): string {
  const width = 24;
  const filled = Math.round(Math.min(1, bar.progress) * width);
  const done = bar.progress * step.total;
  const rate = bar.seconds > 0 ? `${formatAmount(done / bar.seconds, step.unit)}/s` : '';
  const left = bar.progress < 1 && Number.isFinite(bar.eta) ? `${Math.ceil(bar.eta)} s left` : '';
  return `${step.name.padEnd(26)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${formatAmount(done, step.unit)} of ${formatAmount(step.total, step.unit)}  ${rate}  ${left}`;
}

/** Bars with rate, amount and time left, for a terminal. */
export function createTerminalProgress(stream: NodeJS.WriteStream): Progress {
  const bars = new MultiBar({ stream, hideCursor: true, clearOnComplete: false, fps: 5 }, Presets.shades_classic);
  return {
    start(step) {
      const started = performance.now();
      let done = 0;
      let ended: number | null = null;
      const total = Math.max(1, step.total);
      const bar: SingleBar = bars.create(
        total,
        0,
        {},
        {
          format: (_options, params) => {
            const seconds = ((ended ?? performance.now()) - started) / 1000;
            const eta = done > 0 ? (seconds * (total - done)) / done : Number.POSITIVE_INFINITY;
            return formatBar(step, { progress: params.progress, eta, text: step.name, seconds });
          },
        },
      );
      return {
        update(value) {
          done = value;
          bar.update(Math.min(value, total));
        },
        finish() {
          done = total;
          ended = performance.now();
          bar.update(total);
          bar.stop();
        },
      };
    },
    say: (message) => bars.log(`${message}\n`),
    stop: () => bars.stop(),
  };
}

/** One JSON line per finished step, for logs and pipes. */
export function createLineProgress(write: Write): Progress {
  return {
    start(step) {
      const started = performance.now();
      let done = 0;
      return {
        update(value) {
          done = value;
        },
        finish(facts = {}) {
          const seconds = Number(((performance.now() - started) / 1000).toFixed(3));
          write(
            `${JSON.stringify({ step: step.name, [step.unit]: step.unit === 'bytes' ? step.total : done, seconds, ...facts })}\n`,
          );
        },
      };
    },
    say: (message) => write(`${JSON.stringify({ message })}\n`),
    stop: () => undefined,
  };
}

/** Says nothing: for tests and library use. */
export const silentProgress: Progress = {
  start: () => ({ update: () => undefined, finish: () => undefined }),
  say: () => undefined,
  stop: () => undefined,
};

/** Progress for a command: bars on a terminal, JSON lines otherwise. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? createTerminalProgress(stream) : createLineProgress((line) => void stream.write(line));
}
