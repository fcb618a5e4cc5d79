import { describe, expect, it } from "vitest";
import { isSecretFile } from "./secret-files.ts";
import { isSecretName } from "./secret-names.ts";
import { isSecretValue, knownSecrets, urlPassword } from "./secret-values.ts";

describe("isSecretName", () => {
  it.each([
    ..."PASSWORD DB_PASSWORD mysqlRootPassword MYSQL_ROOT_PASSWORD password1 POSTGRES_PASSWD DB_PASS DB_PWD".split(
      " ",
    ),
    ..."API_KEY apikey ApiKey AWS_SECRET_ACCESS_KEY SECRET_KEY SECRET_KEY_BASE GITHUB_TOKEN npm_token NPM_AUTH".split(
      " ",
    ),
    ..."SECRET SUPER_Secret SECRET_PASSPHRASE super_duper_secret_token git_key dbpassword ssh-private-key auth".split(
      " ",
    ),
    ..."GOOGLE_CREDENTIALS client_secret DJANGO_SECRET_KEY jwtSigningKey AWS_ACCESS_KEY_ID".split(" "),
  ])("%s is", (name) => expect(isSecretName(name)).toBe(true));
  it.each([
    ..."PASSWORD_FILE TOKEN_URL SECRET_NAME PUBLIC_KEY public_token SECRET_PASSPHRASE_FILE AUTH_MODULE_VERSION".split(
      " ",
    ),
    ..."PWD OLDPWD GPG_KEY KEY KEYBOARD PATH COMPASS BYPASS TOKENIZERS_PARALLELISM ALLOW_EMPTY_PASSWORD".split(
      " ",
    ),
    ..."PASSWORD_MIN_LENGTH AUTHOR KEY_ID TOKEN_TTL SECRETS_DIR CACHE_KEY SORT_KEY tokenizer NO_AUTH".split(
      " ",
    ),
    "",
  ])("%s is not", (name) => expect(isSecretName(name)).toBe(false));
});

describe("isSecretValue", () => {
  it.each([
    "changeme",
    "hunter2",
    "'quoted'",
    "${TOKEN:-abc}",
    "p@ss/word",
    "https://user:word@example.com/",
  ])("%s is", (value) => expect(isSecretValue(value)).toBe(true));
  it.each([
    "",
    '""',
    "$X",
    "${X}",
    "Bearer ${X}",
    "$(cat /f)",
    "/run/secrets/x",
    "./secret.txt",
    "file:///x",
    "true",
    "0",

    "https://example.com/token",
    "<your token>",
    "{{ token }}",
    "****",
    "xxxx",
    "${X:-}",
    "${X:-${Y}}",
    "basic",
  ])("%s is not", (value) => expect(isSecretValue(value)).toBe(false));
});

describe("urlPassword", () => {
  it.each([
    ["https://user:word@example.com", "word"],
    ["https://user:$PASSWORD@example.com", undefined],
    ["https://user@example.com", undefined],
    ["https://example.com:8080/a@b", undefined],
    ["postgres://postgres:postgres@db/app", "postgres"],
  ])("%s: %s", (url, expected) => expect(urlPassword(url)).toBe(expected));
});

describe("knownSecrets", () => {
  it("finds each form by its start and length", () => {
    const text = `a=AKIA${"Q".repeat(16)} b=ghp_${"a".repeat(36)} c=glpat-${"b".repeat(20)} d=-----BEGIN RSA PRIVATE KEY-----`;
    expect(
      knownSecrets(text).map(({ kind, start, end }) => [kind, text.slice(start, start + 5), end - start]),
    ).toEqual([
      ["an AWS access key", "AKIAQ", 20],
      ["a GitHub token", "ghp_a", 40],
      ["a GitLab token", "glpat", 26],
      ["a private key", "-----", 31],
    ]);
  });
  it("leaves what only looks alike", () => {
    expect(
      knownSecrets("ghp_short AKIA123 npm_config_registry -----BEGIN PUBLIC KEY----- eyJhbGciOi"),
    ).toEqual([]);
  });
  it("stays linear on long runs", () => {
    const text = "eyJ".repeat(200_000);
    const start = performance.now();
    expect(knownSecrets(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("isSecretFile", () => {
  it.each([
    ..."id_rsa ~/.ssh/id_ed25519 .env config/.env.production server.key tls/key.pem .npmrc .docker/config.json".split(
      " ",
    ),
    ..."kubeconfig .kube/config .aws/credentials store.jks cert.p12 .netrc service-account.json .ssh .ssh/ secrets.yaml".split(
      " ",
    ),
  ])("%s is", (path) => expect(isSecretFile(path)).toBe(true));
  it.each([
    ..."id_rsa.pub .env.example .env.sample ca.pem fullchain.pem certs/server-cert.pem public.key pub.pem config.json".split(
      " ",
    ),
    ..."package.json environment key.go keys/ credentials.go .envrc.md src/secrets.ts sshd_config".split(" "),
  ])("%s is not", (path) => expect(isSecretFile(path)).toBe(false));
});
