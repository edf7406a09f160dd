import {useEffect, useState} from 'preact/hooks';

/** True in the browser when the screen is too narrow for a drawing of full width; never in the static page. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    const screen = matchMedia('(max-width: 40rem)');
    const look = () => setNarrow(screen.matches);
    look();
    screen.addEventListener('change', look);
    return () => screen.removeEventListener('change', look);
  }, []);
  return narrow;
}
