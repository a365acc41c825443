import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

/** Copies a text; says that it did, or that the browser did not let it. */
export function CopyButton({
  text,
  labels,
}: {
  text: string;
  labels: { copy: string; copied: string; failed: string };
}) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Refused by the browser, or not there outside of a secure page: the person is told and can select the words.
      setOutcome('failed');
    }
  };
  const Icon = outcome === 'copied' ? Check : Copy;
  const told = outcome && labels[outcome];
  return (
    <>
      <button type="button" className="text-button" onClick={copy}>
        <Icon size="1em" aria-hidden="true" />
        {told ?? labels.copy}
      </button>
      {/* Beside the button: what is inside one is its name, and not announced. */}
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </>
  );
}
