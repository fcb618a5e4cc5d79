import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another kind or namespace",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: a}
`,
      files: {
        "overlay/web.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
      },
    },
    {
      name: "alternatives",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
`,
      files: {
        "with-tls.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
`,
      },
    },
    {
      name: "three alternatives of one object",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
      files: {
        "b.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
        "c.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
      },
    },
  ],
  fail: [
    {
      name: "twice in a file",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
`,
      findings: [
        {
          at: "3:18-3:21",
          problem: "twice",
          message:
            'ConfigMap "web" is defined a second time in this file: the one that is applied last wins.',
        },
        { at: "7:18-7:21", problem: "twice" },
      ],
      fixed: null,
    },
    {
      name: "in a file beside it",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: a}
`,
      files: {
        "other.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: a}
`,
      },
      findings: [{ at: "3:18-3:21", problem: "twiceInFolder" }],
      fixed: null,
    },
  ],
};
