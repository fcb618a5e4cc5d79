import { describe, expect, it } from "vitest";
import { strongSuites, weakSuite } from "./ciphers.ts";
import { durationSeconds, gateOf, isCredentialFile, isLoopback, withGate } from "./flag-values.ts";

describe("values of flags", () => {
  it.each<[string, number | undefined]>([
    ["0", 0],
    ["300", 300],
    ["1h30m", 5400],
    ["1.5s", 1.5],
    ["3h9m1s", 11_341],
    ["500ms", 0.5],
    ["", undefined],
    ["5", 5],
    ["5x", undefined],
    ["h", undefined],
  ])("reads the duration %s", (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each<[string, boolean]>([
    ["127.0.0.1", true],
    ["127.0.0.1:10249", true],
    ["::1", true],
    ["[::1]:10249", true],
    ["localhost:1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["[::]:10249", false],
    ["127.example.com", false],
    ["10.0.0.1:127", false],
  ])("says whether %s reaches only the machine itself", (text, expected) => {
    expect(isLoopback(text)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ["/etc/kubernetes/pki/ca.crt", true],
    ["/run/secrets/ca", true],
    ["ca.TXT", false],
    ["pki\\ca.pem", false],
    ["", false],
  ])("says whether %s can be a certificate", (text, expected) => {
    expect(isCredentialFile(text)).toBe(expected);
  });

  it("reads and sets feature gates in place", () => {
    expect(gateOf("A=true,B=false,A=false", "A")).toBe("false");
    expect(gateOf("AB=true", "A")).toBeUndefined();
    expect(withGate("A=true,B=true", "A", "false")).toBe("A=false,B=true");
    expect(withGate("", "A", "true")).toBe("A=true");
  });

  it("tells weak cipher suites from strong ones", () => {
    expect(weakSuite("TLS_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA")).toBeUndefined();
    expect(weakSuite("TLS_ECDHE_RSA_WITH_RC4_128_SHA")).toBe("TLS_ECDHE_RSA_WITH_RC4_128_SHA");
    expect(strongSuites("TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")).toBe(
      "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    );
    expect(strongSuites("").split(",")).toHaveLength(4);
  });
});
