import type { WeaknessTable } from "./weaknesses.ts";

const OFF = { "0": "1", false: "true", no: "yes", off: "on" };
const CONTAINER_TOOLS = new Set([
  "skopeo",
  "podman",
  "buildah",
  "kubectl",
  "oc",
  "helm",
  "docker",
  "crane",
  "oras",
  "cosign",
]);

/** Letters of curl that take a value. */
const CURL_VALUES = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

/** What turns the check of certificates off. */
export const TLS_WEAKNESSES: WeaknessTable = {
  // The last part is a cluster of short options with curl's `-k` in it, in shell or JSON form.
  hint: /insecure|verify|certificate|trusted.?host|strict.?ssl|reject_unauthorized|[\s"']-[A-Za-z]*k/i,
  switches: [
    {
      programs: new Set(["curl"]),
      long: ["--insecure", "--proxy-insecure", "--doh-insecure"],
      letter: "k",
      valueLetters: CURL_VALUES,
    },
    { programs: new Set(["wget", "wget2"]), long: ["--no-check-certificate"] },
    { programs: new Set(["aria2c"]), long: ["--check-certificate=false"] },
    { programs: new Set(["pip", "pip3", "python", "python3"]), long: ["--trusted-host"], takesValue: true },
    { programs: new Set(["npm", "pnpm", "yarn"]), long: ["--no-strict-ssl"] },
    { programs: new Set(["conda", "mamba"]), long: ["--insecure"] },
    {
      programs: CONTAINER_TOOLS,
      long: [
        "--tls-verify=false",
        "--src-tls-verify=false",
        "--dest-tls-verify=false",
        "--insecure-skip-tls-verify",
        "--insecure-skip-tls-verify=true",
        "--allow-insecure-registry",
      ],
    },
  ],
  settings: [
    { pattern: /\bsslverify ?= ?(0|false|no|off)\b/gi, replace: OFF },
    { pattern: /\bstrict-ssl ?= ?(false)\b/gi, replace: OFF },
    { pattern: /\bVerify-(?:Peer|Host)(?:=| ?")(false|0|no)\b/gi, replace: OFF },
    { pattern: /\bcheck_certificate ?= ?(off)\b/gi, replace: OFF },
    { pattern: /\bssl_verify: (false)\b/gi, replace: OFF },
    { pattern: /(?<![-\w])trusted-host ?= ?([A-Za-z0-9.-]+)/g },
  ],
  pairs: [
    { key: /^http\.(.*\.)?sslverify$/i, value: /^(false|0|no|off)$/i, replace: "true" },
    { key: /^strict-ssl$/, value: /^false$/, replace: "true" },
    { key: /^ssl_verify$/, value: /^(false|no|0)$/i, replace: "true" },
    { key: /^(global|install)\.trusted-host$/, value: /./ },
  ],
  variables: new Map([
    ["NODE_TLS_REJECT_UNAUTHORIZED", { value: /^0$/, replace: "1" }],
    ["PYTHONHTTPSVERIFY", { value: /^0$/, replace: "1" }],
    ["GIT_SSL_NO_VERIFY", { value: /^(1|true|yes|on)$/i, replace: "false" }],
    ["NPM_CONFIG_STRICT_SSL", { value: /^false$/i, replace: "true" }],
    ["npm_config_strict_ssl", { value: /^false$/i, replace: "true" }],
    ["YARN_STRICT_SSL", { value: /^false$/i, replace: "true" }],
    ["YARN_ENABLE_STRICT_SSL", { value: /^(false|0)$/i, replace: "true" }],
    ["CONDA_SSL_VERIFY", { value: /^(false|no|0)$/i, replace: "true" }],
    ["PIP_TRUSTED_HOST", { value: /[^\s]/ }],
    ["GOINSECURE", { value: /[^\s]/ }],
  ]),
};
