const TRUE: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);
const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

/** Whether a switch is on, in any spelling that the components accept. */
export function isOn(value: string): boolean {
  return TRUE.has(value);
}

/** Whether a switch is off, in any spelling that the components accept. */
export function isOff(value: string): boolean {
  return FALSE.has(value);
}

/** Whether something is given. */
export function isGiven(value: string): boolean {
  return value !== "";
}

/** The parts of a value that is a list with commas. */
export function partsOfList(value: string): readonly string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A whole number; undefined for anything else. */
export function wholeNumber(value: string): number | undefined {
  if (value === "" || value.length > 15) return undefined;
  const number = Number(value);
  return Number.isInteger(number) ? number : undefined;
}

/** What a list such as `A=true,B=false` gives a name; undefined where it does not name it. The last one counts. */
export function gateOf(value: string, gate: string): string | undefined {
  return partsOfList(value)
    .findLast((part) => part.startsWith(`${gate}=`))
    ?.slice(gate.length + 1);
}

/** The list with another value for one name, added at the end where it is not there. */
export function withGate(value: string, gate: string, next: string): string {
  const parts = partsOfList(value);
  const isNamed = parts.some((part) => part.startsWith(`${gate}=`));
  const changed = parts.map((part) => (part.startsWith(`${gate}=`) ? `${gate}=${next}` : part));
  return [...changed, ...(isNamed ? [] : [`${gate}=${next}`])].join(",");
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ["ns", 1e-9],
  ["us", 1e-6],
  ["ms", 1e-3],
  ["s", 1],
  ["m", 60],
  ["h", 3600],
]);

/** The seconds of a duration as Go writes it, such as `1h30m` or `0`; undefined where it is none. */
export function durationSeconds(value: string): number | undefined {
  if (wholeNumber(value) !== undefined) return wholeNumber(value);
  let seconds = 0;
  let index = 0;
  while (index < value.length) {
    const digits = runLength(
      value,
      index,
      (character) => (character >= "0" && character <= "9") || character === ".",
    );
    const letters = runLength(value, index + digits, (character) => character >= "a" && character <= "z");
    const unit = UNITS.get(value.slice(index + digits, index + digits + letters));
    const amount = Number(value.slice(index, index + digits));
    if (digits === 0 || unit === undefined || Number.isNaN(amount)) return undefined;
    seconds += amount * unit;
    index += digits + letters;
  }
  return value === "" ? undefined : seconds;
}

function runLength(text: string, from: number, accepts: (character: string) => boolean): number {
  let index = from;
  while (index < text.length && accepts(text.charAt(index))) index += 1;
  return index - from;
}

/** Endings of files that hold no certificate and no key. */
const OTHER_FILES: readonly string[] = [
  ...[
    ".txt",
    ".yaml",
    ".yml",
    ".json",
    ".conf",
    ".cfg",
    ".ini",
    ".log",
    ".md",
    ".sh",
    ".csv",
    ".html",
    ".xml",
  ],
];

/** Whether a value can be the path of a certificate or key on a Linux node. Names without a known ending can. */
export function isCredentialFile(value: string): boolean {
  const lower = value.toLowerCase();
  return value !== "" && !value.includes("\\") && !OTHER_FILES.some((ending) => lower.endsWith(ending));
}

/** Whether an address reaches only the machine itself. A port may follow. */
export function isLoopback(value: string): boolean {
  const host = value.startsWith("[") ? value.slice(1, value.indexOf("]")) : value;
  if (host === "::1") return true;
  const colon = host.indexOf(":");
  const name = colon >= 0 && host.indexOf(":", colon + 1) < 0 ? host.slice(0, colon) : host;
  return name === "localhost" || (name.startsWith("127.") && name.split(".").length === 4);
}
