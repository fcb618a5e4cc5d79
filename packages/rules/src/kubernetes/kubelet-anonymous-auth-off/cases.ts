import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a kubelet that is set by a file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --config=/var/lib/kubelet/config.yaml
`,
    },
    {
      name: "a configuration file that leaves the default",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
  ],
  fail: [
    {
      name: "on in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true # for the load balancer
`,
      findings: [
        {
          at: "5:14-5:18",
          problem: "wrongValue",
          message:
            'Kubelet answers requests without credentials: authentication.anonymous.enabled is "true".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false # for the load balancer
`,
    },
    {
      name: "on by default among flags",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --read-only-port=0
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            'Kubelet answers requests without credentials: --anonymous-auth is not set, which means "true".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --read-only-port=0
        - --anonymous-auth=false
`,
    },
  ],
};
