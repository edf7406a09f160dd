// The token of the server comes behind # in the address, stays in this tab, and goes out in a header: never in an address that is asked for.
const kept = 'uitwijk-token';
const behind = /^#token=([0-9a-f]{32})(?:&|$)/;

/** Keeps the token of the tab's address and takes it out; false when there is none. What an earlier server gave is forgotten. */
export function takeToken(): boolean {
  const [said, token] = behind.exec(location.hash) ?? [];
  if (!said || !token) return false;
  if (token !== sessionStorage.getItem(kept)) sessionStorage.clear();
  sessionStorage.setItem(kept, token);
  history.replaceState(null, '', `${location.pathname}#${location.hash.slice(said.length)}`);
  return true;
}

const token = () => sessionStorage.getItem(kept) ?? '';

export const tokenHeader = () => ({Authorization: `Bearer ${token()}`});

/** Opens another tab, or asks the same again tomorrow, as long as the server runs. */
export const linkTo = (fragment: string) => `${location.pathname}#token=${token()}&${fragment}`;
