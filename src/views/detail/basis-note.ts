import { useEffect, useState } from 'react';
import type { BasisNote, BasisNotes } from '../../model/dataset.ts';

let loading: Promise<BasisNotes> | undefined;

/** An item's basis in words, once it has been loaded: the notes are as large as all else, and read one at a time. */
export function useBasisNote(id: string): BasisNote | null {
  const [notes, setNotes] = useState<BasisNotes | null>(null);
  useEffect(() => {
    let current = true;
    loading ??= import('virtual:atlas/basis-notes').then((module) => module.default);
    loading.then(
      (loaded) => current && setNotes(loaded),
      (error: unknown) => {
        // The next detail tries again.
        loading = undefined;
        console.error('The basis notes could not be loaded:', error);
      },
    );
    return () => {
      current = false;
    };
  }, []);
  return notes?.[id] ?? null;
}
