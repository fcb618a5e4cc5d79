/**
 * JSON text in which the named members are spread over lines and everything below them stands on one line per record:
 * smaller than full indentation, and two reports still compare line by line.
 */
export function printJson(value: object, spread: ReadonlySet<string>): string {
  return `${printSpread(value, spread, "")}\n`;
}

function printSpread(value: object, spread: ReadonlySet<string>, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => inner + printItem(item, spread, inner));
    return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n${indent}]`;
  }
  const members: string[] = [];
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    const text =
      spread.has(key) && isObject(member) ? printSpread(member, spread, inner) : JSON.stringify(member);
    members.push(`${inner}${JSON.stringify(key)}: ${text}`);
  }
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}

/** An item of a list is one record, unless it has members that are to be spread. */
function printItem(item: unknown, spread: ReadonlySet<string>, indent: string): string {
  return holdsSpread(item, spread) ? printSpread(item, spread, indent) : JSON.stringify(item);
}

function holdsSpread(item: unknown, spread: ReadonlySet<string>): item is object {
  if (!isObject(item) || Array.isArray(item)) return false;
  return (Object.entries(item) as [string, unknown][]).some(
    ([key, member]) => spread.has(key) && isObject(member),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
