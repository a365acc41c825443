import { useEffect, useState } from 'react';

/** So often, in milliseconds, the clocks look at the time: no second is skipped. */
const tick = 250;

/** The time in milliseconds since 1970, new at each second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () =>
      setNow((shown) => (wholeSecond(Date.now()) === wholeSecond(shown) ? shown : Date.now()));
    const timer = setInterval(look, tick);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
