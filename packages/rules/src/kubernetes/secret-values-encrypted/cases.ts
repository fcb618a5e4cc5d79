import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "encrypted by SOPS",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  password: ENC[AES256_GCM,data:abc,type:str]
sops:
  version: 3.9.0
`,
    },
    {
      name: "placeholders, an empty value and a public certificate",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: db
stringData:
  password: \${DB_PASSWORD}
  user: ""
  ca.crt: |
    -----BEGIN CERTIFICATE-----
    MIIB
    -----END CERTIFICATE-----
`,
    },
  ],
  fail: [
    {
      name: "base64 and plain text",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  password: aHVudGVyMg==
stringData:
  user: "admin"
`,
      findings: [
        {
          at: "6:13-6:25",
          problem: "plainText",
          message: 'Key "password" of Secret "db" is in the repository for everyone to read.',
        },
        { at: "8:9-8:16", problem: "plainText" },
      ],
      fixed: null,
    },
    {
      name: "a value over several lines is shown by its key",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: tls
stringData:
  tls.key: |
    -----BEGIN PRIVATE KEY-----
    MIIB
    -----END PRIVATE KEY-----
`,
      findings: [{ at: "6:3-6:10", problem: "plainText" }],
      fixed: null,
    },
  ],
};
