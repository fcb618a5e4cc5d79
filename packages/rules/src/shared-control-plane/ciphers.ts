import { partsOfList } from "./flag-values.ts";

/**
 * Cipher suites with an ephemeral key exchange and AES or ChaCha20, as NIST SP 800-52r2 allows them, and those of TLS 1.3. The
 * names are those of Go, which Kubernetes takes. Those with CBC and SHA-256 are not among them: Go has no defence against
 * Lucky 13 for them, so Kubernetes lists them as insecure.
 */
const STRONG: ReadonlySet<string> = new Set([
  "TLS_AES_128_GCM_SHA256",
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  ...["ECDSA", "RSA"].flatMap((signature) =>
    [
      "AES_128_GCM_SHA256",
      "AES_256_GCM_SHA384",
      "CHACHA20_POLY1305",
      "CHACHA20_POLY1305_SHA256",
      "AES_128_CBC_SHA",
      "AES_256_CBC_SHA",
    ].map((cipher) => `TLS_ECDHE_${signature}_WITH_${cipher}`),
  ),
]);

/** The suites that a list is set to where it holds none that is strong: those that the STIG names. */
const RECOMMENDED: readonly string[] = [
  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
];

/** The first suite of a list that is not strong. */
export function weakSuite(value: string): string | undefined {
  return partsOfList(value).find((suite) => !STRONG.has(suite));
}

/** The list without its weak suites; the recommended ones where none is left. */
export function strongSuites(value: string | undefined): string {
  const kept = partsOfList(value ?? "").filter((suite) => STRONG.has(suite));
  return (kept.length === 0 ? RECOMMENDED : kept).join(",");
}
