import { defineRule, type CelRule } from "@plimsoll/core";
import { RUNTIME_SOCKETS, SOCKET_NAMES } from "../../shared-pods/runtime-sockets.ts";
import { celList } from "../../shared-pods/capabilities.ts";

const path = "item.hostPath.path";
const folder = `(${path}.endsWith("/") ? ${path} : ${path} + "/")`;

export const rule: CelRule = defineRule({
  id: "kubernetes/runtime-socket-not-mounted",
  title: "The socket of the container runtime is not mounted",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM014"],
  aliases: [
    "trivy:KSV-0006",
    "checkov:CKV_K8S_27",
    "kube-linter:docker-sock",
    "kubescape:C-0074",
    "kics:docker_daemon_socket_is_exposed_to_containers",
  ],
  since: "0.1.0",
  each: "pods.volumes",
  when: `has(item.?hostPath.path)`,
  require:
    `!${celList(SOCKET_NAMES)}.exists(name, ${path}.endsWith("/" + name)) && ` +
    `!${celList(RUNTIME_SOCKETS)}.exists(socket, socket.startsWith(${folder}))`,
  problem: "socketMounted",
  // The volume as a whole: it is to go, with the mounts of it.
  at: [""],
  message:
    'Volume "{item}" of {kind} "{name}" is the socket of the container runtime or a folder that holds it.',
});
