/** Makes a thing when it is first wanted, and once: building an Intl formatter costs about as much as drawing a card. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What a map holds under a key, made when it is first wanted. */
export function inserted<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make(key);
  map.set(key, value);
  return value;
}
