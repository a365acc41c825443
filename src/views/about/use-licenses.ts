import { useCallback, useState } from 'react';
import type { Licenses } from '../../model/licenses.ts';

/** The licences once they are asked for, that they are not there yet, or that they could not be loaded. */
export type LoadedLicenses = Licenses | 'loading' | 'failed';

/** The licences of what is in the app, and a function that loads them: nothing of them is loaded with the page. */
export function useLicenses(): [LoadedLicenses, load: () => void] {
  const [licenses, setLicenses] = useState<LoadedLicenses>('loading');
  const load = useCallback(() => {
    import('virtual:atlas/licenses').then(
      (module) => setLicenses(module.default),
      (error: unknown) => {
        console.error('The licences could not be loaded:', error);
        setLicenses('failed');
      },
    );
  }, []);
  return [licenses, load];
}
