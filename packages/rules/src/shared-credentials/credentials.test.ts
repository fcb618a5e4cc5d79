import { describe, expect, it } from "vitest";
import { namesSecret } from "./secret-names.ts";
import { decodeBase64, isPlaceholder, isWrittenOut, knownCredential } from "./secret-values.ts";

describe("namesSecret", () => {
  it.each([
    "DB_PASSWORD",
    "dbPassword",
    "pwd",
    "AWS_SECRET_ACCESS_KEY",
    "aws_access_key_id",
    "apiKey",
    "GITHUB_TOKEN",
  ])("knows %s", (name) => expect(namesSecret(name)).toBe(true));
  it.each([
    "DB_USER",
    "TOKEN_PATH",
    "SECRET_NAME",
    "MAX_TOKENS",
    "PASSWORD_MIN_LENGTH",
    "KEYBOARD",
    "PRIMARY_KEY",
    "CLIENT_ID",
  ])("leaves %s", (name) => expect(namesSecret(name)).toBe(false));
});

describe("values", () => {
  it.each([
    [`x AKIA${"A1".repeat(8)} y`, "an AWS access key"],
    ["-----BEGIN RSA PRIVATE KEY-----\nabc", "a private key"],
    ["postgres://app:hunter2@db/x", "a password in a URL"],
    ["postgres://app:$(PASSWORD)@db/x", undefined],
    ["https://host:8080/@x", undefined],
    ["AKIA", undefined],
    ["-----BEGIN CERTIFICATE-----", undefined],
    ["---BEGIN OPENSSH PRIVATE KEY---\nabc", "a private key"],
    ["bearer abc123def", "the credential of an Authorization header"],
    ["Basic dXNlcjpodW50ZXIy", "the credential of an Authorization header"],
    ["Bearer authentication", undefined],
    ["Bearer ${TOKEN_1}", undefined],
    ["basic 24 hours", undefined],
    [["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "c2lnbmF0dXJl"].join("."), "a JSON web token"],
    ["eyJhbGciOiJIUzI1NiJ9.payload.signature", undefined],
  ])("recognises %j as %j", (text, what) => expect(knownCredential(text)).toBe(what));
  it.each(["", "$(X)", "${X}", "<from vault>", "/run/secret", "true", "ENC[AES256]", "{{ x }}"])(
    "%j is a placeholder",
    (value) => expect(isPlaceholder(value)).toBe(true),
  );
  it("takes a number for a password and not for a token", () => {
    expect(isWrittenOut("PASSWORD", "1234")).toBe(true);
    expect(isWrittenOut("TOKEN", "3600")).toBe(false);
  });
  it.each([
    ["aHVudGVyMg==", "hunter2"],
    ["aHVu\ndGVyMg", "hunter2"],
    ["a b!", undefined],
  ])("decodes %j to %j", (value, decoded) => expect(decodeBase64(value)).toBe(decoded));
});
