import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another path of the node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /var/log}}
    - {name: b, hostPath: {path: /run/udev}}
    - {name: c, hostPath: {path: /var/lib}}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a volume without a path",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, emptyDir: {}}
    - {name: b, hostPath: {}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "the sockets of several runtimes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: docker
      hostPath:
        path: /var/run/docker.sock
    - {name: containerd, hostPath: {path: /run/containerd/containerd.sock}}
    - {name: crio, hostPath: {path: /var/run/crio/crio.sock}}
    - {name: k3s, hostPath: {path: /run/k3s/containerd/containerd.sock}}
    - {name: rootless, hostPath: {path: /run/user/1000/podman/podman.sock}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "7:7-7:11",
          problem: "socketMounted",
          message:
            'Volume "docker" of Pod "web" is the socket of the container runtime or a folder that holds it.',
        },
        { at: "10:8-10:12", problem: "socketMounted" },
        { at: "11:8-11:12", problem: "socketMounted" },
        { at: "12:8-12:12", problem: "socketMounted" },
        { at: "13:8-13:12", problem: "socketMounted" },
      ],
      fixed: null,
    },
    {
      name: "folders that hold a socket",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /}}
    - {name: b, hostPath: {path: /run}}
    - {name: c, hostPath: {path: /var/run/}}
    - {name: d, hostPath: {path: /run/containerd}}
    - {name: e, hostPath: {path: /var}}
    - hostPath:
        path: /var/run/docker
      name: f
  containers:
    - {name: web, image: a}
`,
      findings: [
        { at: "7:8-7:12", problem: "socketMounted" },
        { at: "8:8-8:12", problem: "socketMounted" },
        { at: "9:8-9:12", problem: "socketMounted" },
        { at: "10:8-10:12", problem: "socketMounted" },
        { at: "11:8-11:12", problem: "socketMounted" },
        { at: "12:7-12:15", problem: "socketMounted" },
      ],
      fixed: null,
    },
  ],
};
