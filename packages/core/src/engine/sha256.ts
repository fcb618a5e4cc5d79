/**
 * SHA-256 (FIPS 180-4) of short texts, many thousand of them: no views, no objects, nothing to collect. The tests hold it to
 * another implementation.
 */

const ROUND_CONSTANTS = new Int32Array(64);
const START = new Int32Array(8);

/** The constants are the first 32 bits of the fractions of the roots of the first primes. */
function fillConstants(): void {
  let count = 0;
  for (let number = 2; count < 64; number += 1) {
    if (!isPrime(number)) continue;
    ROUND_CONSTANTS[count] = fraction(Math.cbrt(number));
    if (count < 8) START[count] = fraction(Math.sqrt(number));
    count += 1;
  }
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x1_0000_0000) | 0;
}

const schedule = new Int32Array(64);
const state = new Int32Array(8);

/**
 * The first half of the digest, as 32 hexadecimal digits.
 * @param bytes holds the message from its start; it is written to behind `length`, and must have 72 more bytes
 */
export function sha256Half(bytes: Uint8Array, length: number): string {
  // With the first text: a check without findings needs none.
  if (START[0] === 0) fillConstants();
  const end = pad(bytes, length);
  state.set(START);
  for (let block = 0; block < end; block += 64) compress(bytes, block);
  let text = "";
  for (let index = 0; index < 4; index += 1) {
    const value = word(index);
    text += digits(value >>> 16) + digits(value & 0xffff);
  }
  return text;
}

const DIGITS = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

function digits(value: number): string {
  return (DIGITS[value >>> 8] ?? "") + (DIGITS[value & 0xff] ?? "");
}

/** Puts the end mark and the length in bits behind the message; returns where the last block ends. */
function pad(bytes: Uint8Array, length: number): number {
  const end = ((length + 8) >> 6) * 64 + 64;
  bytes[length] = 0x80;
  bytes.fill(0, length + 1, end);
  const bits = length * 8;
  bytes[end - 4] = bits >>> 24;
  bytes[end - 3] = bits >>> 16;
  bytes[end - 2] = bits >>> 8;
  bytes[end - 1] = bits;
  return end;
}

function compress(bytes: Uint8Array, block: number): void {
  expand(bytes, block);
  // One by one: taking an array apart goes through its iterator.
  let a = word(0);
  let b = word(1);
  let c = word(2);
  let d = word(3);
  let e = word(4);
  let f = word(5);
  let g = word(6);
  let h = word(7);
  for (let round = 0; round < 64; round += 1) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (ROUND_CONSTANTS[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

function word(index: number): number {
  return state[index] ?? 0;
}

function add(index: number, value: number): void {
  state[index] = ((state[index] ?? 0) + value) | 0;
}

function expand(bytes: Uint8Array, block: number): void {
  for (let index = 0; index < 16; index += 1) {
    const at = block + index * 4;
    schedule[index] =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
  }
  for (let index = 16; index < 64; index += 1) {
    const x = schedule[index - 15] ?? 0;
    const y = schedule[index - 2] ?? 0;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[index] = ((schedule[index - 16] ?? 0) + sigma0 + (schedule[index - 7] ?? 0) + sigma1) | 0;
  }
}
