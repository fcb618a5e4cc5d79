import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another image",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
`,
    },
  ],
  fail: [
    {
      name: "Tiller's image",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: helm
spec:
  containers:
    - name: tiller
      image: gcr.io/kubernetes-helm/tiller:v2.16.9
`,
      findings: [
        {
          at: "8:14-8:51",
          problem: "tiller",
          message:
            'Container "tiller" runs Tiller, the server of Helm 2: it is no longer maintained and lets every pod act as its account.',
        },
        {
          at: "8:14-8:51",
          problem: "tillerListens",
          message:
            'Container "tiller" lets every pod of the cluster command Tiller: it does not listen to localhost only.',
        },
      ],
      fixed: null,
    },
    {
      name: "Tiller's Service",
      text: `apiVersion: v1
kind: Service
metadata:
  name: tiller-deploy
spec:
  selector:
    app: helm
    name: tiller
`,
      findings: [{ at: "4:9-4:22", problem: "tillerService" }],
      fixed: null,
    },
    {
      name: "Tiller that listens to its own pod, and one that listens to all",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: helm
spec:
  containers:
    - name: tiller
      image: tiller:v2.16.9
      args: [--listen=127.0.0.1:44134]
    - name: other
      image: tiller
      args: [--listen=0.0.0.0:44134]
`,
      findings: [
        { at: "8:14-8:28", problem: "tiller" },
        { at: "11:14-11:20", problem: "tiller" },
        { at: "12:7-12:11", problem: "tillerListens" },
      ],
      fixed: null,
    },
  ],
};
