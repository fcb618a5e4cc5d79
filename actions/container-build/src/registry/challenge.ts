/** How a registry asks who is there. */
export interface Challenge {
  /** In lower case: `basic` or `bearer`. */
  readonly scheme: "basic" | "bearer";
  readonly parameters: ReadonlyMap<string, string>;
}

const MAXIMUM_LENGTH = 4096;

/** Reads the header `WWW-Authenticate` (RFC 9110, 11.6.1) with one challenge; undefined where it holds none of the two schemes. */
export function parseChallenge(header: string): Challenge | undefined {
  const text = header.slice(0, MAXIMUM_LENGTH).trim();
  const space = text.indexOf(" ");
  const scheme = (space < 0 ? text : text.slice(0, space)).toLowerCase();
  if (scheme !== "basic" && scheme !== "bearer") return undefined;
  return { scheme, parameters: space < 0 ? new Map() : readParameters(text.slice(space + 1)) };
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const equals = text.indexOf("=", at);
    if (equals < 0) break;
    const name = text.slice(at, equals).replaceAll(",", "").trim().toLowerCase();
    const quoted = text.charAt(equals + 1) === '"';
    const start = quoted ? equals + 2 : equals + 1;
    const end = endOf(text, start, quoted ? '"' : ",");
    parameters.set(name, text.slice(start, end).trim());
    at = end + 1;
  }
  return parameters;
}

function endOf(text: string, start: number, mark: string): number {
  const end = text.indexOf(mark, start);
  return end < 0 ? text.length : end;
}
