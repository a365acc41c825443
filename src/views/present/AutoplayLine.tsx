import type { AutoplayProgress } from './use-autoplay.ts';
import './stage-tools.css';

/** A thin line that grows with the time of the scene; it stands still while the time does. */
export function AutoplayLine({ progress: { phase, round, seconds } }: { progress: AutoplayProgress }) {
  if (phase === 'off' || phase === 'waiting') return null;
  return (
    <i
      className="autoplay-line"
      aria-hidden="true"
      key={round}
      style={{
        animationDuration: `${seconds}s`,
        animationPlayState: phase === 'running' ? 'running' : 'paused',
      }}
    />
  );
}
