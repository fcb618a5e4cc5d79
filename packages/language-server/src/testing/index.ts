export {
  clientInProcess,
  type ClientOptions,
  FULL_CLIENT,
  runServer,
  ScriptedClient,
  type ServerProcess,
  startServer,
} from "./scripted-client.ts";
export { temporaryWorkspace, type TemporaryWorkspace } from "./temporary-workspace.ts";
