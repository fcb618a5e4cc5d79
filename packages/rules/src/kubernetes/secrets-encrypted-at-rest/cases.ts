import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a key service first",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources:
      - secrets
    providers:
      - kms:
          apiVersion: v2
          name: vault
          endpoint: unix:///run/kms.sock
      - identity: {}
`,
    },
    {
      name: "every resource",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources:
      - '*.*'
    providers:
      - secretbox:
          keys: []
`,
    },
  ],
  fail: [
    {
      name: "plain text first",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources:
      - secrets
    providers:
      - identity: {}
      - aescbc:
          keys: []
`,
      findings: [
        {
          at: "7:9-7:17",
          problem: "identityFirst",
          message: "Provider identity comes first: secrets are stored as they are.",
        },
      ],
      fixed: null,
    },
    {
      name: "secrets left out",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources:
      - configmaps
    providers:
      - aescbc:
          keys: []
`,
      findings: [
        {
          at: "3:1-3:10",
          problem: "secretsLeftOut",
          message: "Encryption configuration leaves secrets out: they are stored as they are.",
        },
      ],
      fixed: null,
    },
    {
      name: "no provider",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers: []
`,
      findings: [
        {
          at: "5:5-5:14",
          problem: "noProvider",
          message: "Secrets have no provider: they are stored as they are.",
        },
      ],
      fixed: null,
    },
  ],
};
