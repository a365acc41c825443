import { useCallback, useEffect, useRef, useState } from 'react';
import { useDictionary } from '../../state/index.ts';
import { remedyOf } from './picture-failure.ts';

/** How an export stands; the text says it. */
export type ExportStatus = { kind: 'idle' } | { kind: 'busy' | 'done' | 'failed'; text: string };

/** What makes a file: it tells how far it is, stops when told to, and gives what to say in the end. */
export type ExportWork = (tell: (text: string) => void, signal: AbortSignal) => Promise<string>;

/** One export at a time: how it stands, how it is begun, and how it is stopped. What is left is stopped with the component. */
export function useExport(): {
  status: ExportStatus;
  run(what: string, work: ExportWork): void;
  cancel(): void;
} {
  const t = useDictionary();
  const [status, setStatus] = useState<ExportStatus>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback(
    (what: string, work: ExportWork) => {
      if (running.current) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const say = (kind: 'busy' | 'done' | 'failed', text: string) => setStatus({ kind, text });
      say('busy', t.exports.preparing);
      work((text) => !signal.aborted && say('busy', text), signal)
        .then(
          (text) => say('done', text),
          (error: unknown) => {
            if (signal.aborted) {
              say('done', t.exports.cancelled);
              return;
            }
            console.error(`${what} could not be made:`, error);
            say('failed', t.exports.failed(what, remedyOf(error, t)));
          },
        )
        .finally(() => {
          running.current = null;
        });
    },
    [t],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { status, run, cancel };
}
