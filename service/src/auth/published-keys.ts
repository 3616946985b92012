import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';

/** Keys older than this are fetched anew beside the requests, so that a key which the issuer withdraws goes. */
const RENEW_MS = 10 * 60_000;
/** While the issuer is away its keys stay good for this long: an outage there shall not become one here, and a withdrawn key shall not live on. */
const KEEP_MS = 60 * 60_000;
/** After a fetch an unknown key starts no other one for this long: strangers can write any key id they like. */
const COOLDOWN_MS = 30_000;
/** The same after a fetch that failed, so that the issuer is found soon when it is back. */
const PAUSE_MS = 5_000;

/** The keys that the issuer publishes; jose finds the one that a token names, and fetches them again for one that it does not know. */
export function publishedKeys(url: URL, now: () => number = () => performance.now()): JWTVerifyGetKey {
  let askedAt = Number.NEGATIVE_INFINITY;
  const fetchSeldom = (...request: Parameters<typeof fetch>): Promise<Response> => {
    if (now() - askedAt < PAUSE_MS) return Promise.reject(new Error('Could not get the keys: the issuer was asked a moment ago.'));
    askedAt = now();
    return fetch(...request);
  };
  const keys = createRemoteJWKSet(url, { cacheMaxAge: KEEP_MS, cooldownDuration: COOLDOWN_MS, [customFetch]: fetchSeldom });
  return (header, token) => {
    // Whoever asks is not made to wait for it.
    if (keys.jwks() !== undefined && now() - askedAt >= RENEW_MS) keys.reload().catch(() => {});
    return keys(header, token);
  };
}
