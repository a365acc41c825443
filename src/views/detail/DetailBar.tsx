import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useDictionary } from '../../state/index.ts';

/** One direction of a stepper: what it is called, and what it does; without an action it stands disabled. */
interface Step {
  label: string;
  go: (() => void) | null;
}

/** The bar over a detail: previous and next with the place in their order, and the way out. */
export function DetailBar({
  previous,
  next,
  position,
  onClose,
}: {
  previous: Step;
  next: Step;
  /** For example “3 / 12”; null where the thing stands in no order. */
  position: string | null;
  onClose: () => void;
}) {
  const t = useDictionary();
  return (
    <div className="detail-bar">
      {position === null ? (
        <span />
      ) : (
        <div className="stepper">
          <StepButton step={previous} icon={ChevronLeft} />
          <span className="position">{position}</span>
          <StepButton step={next} icon={ChevronRight} />
        </div>
      )}
      <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
        <X size="1.15em" aria-hidden="true" />
      </button>
    </div>
  );
}

function StepButton({ step: { label, go }, icon: Icon }: { step: Step; icon: typeof ChevronLeft }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      disabled={go === null}
      onClick={() => go?.()}
    >
      <Icon size="1.15em" aria-hidden="true" />
    </button>
  );
}
