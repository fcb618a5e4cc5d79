/** One record by its key. Keys are unique: the build checks it. */
export function indexRows<K, T>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** All records of a key, in the order of the data. */
export function groupRows<K, T>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
