import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a reference, an empty value and a name that only speaks about a credential",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  user: app
  env: REDIS_PASSWORD=\${REDIS_PASSWORD}
  empty: REDIS_PASSWORD=
  token_path: /run/token
  app.conf: |
    # password = ask the platform team
    color.good = purple
`,
    },
  ],
  fail: [
    {
      name: "a key and a line",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  db_password: abc123
  app.conf: |
    user = app
    password = hunter2
`,
      findings: [
        {
          at: "6:16-6:22",
          problem: "credential",
          message: 'ConfigMap "web" holds the credential "db_password".',
        },
        { at: "7:3-7:11", problem: "credential" },
      ],
      fixed: null,
    },
    {
      name: "base64 of a private key's header in plain sight",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  config: REDIS_PASSWORD=abcd1234
`,
      findings: [{ at: "6:11-6:34", problem: "credential" }],
      fixed: null,
    },
  ],
};
