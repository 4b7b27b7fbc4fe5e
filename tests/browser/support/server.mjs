// The program under test: the demo organisation in a folder of its own, on a free port.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const candidates = [process.env.AUGENHOEHE_BIN, `${root}target/dist/augenhoehe`, `${root}target/debug/augenhoehe`];
export const program = candidates.find((path) => path && existsSync(path));

/** Starts the demo and waits until it answers. `data` is its folder, `log()` what it has written so far. */
export async function startServer() {
  if (!program) throw new Error(`there is no program to test; looked for ${candidates.filter(Boolean).join(", ")}`);
  const data = mkdtempSync(join(tmpdir(), "augenhoehe-browser-"));
  const listen = `127.0.0.1:${await freePort()}`;
  // Without settings from outside.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AUGENHOEHE_")));
  const child = spawn(program, ["demo", "--data", data, "--listen", listen], { env, stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (written += text));
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  const url = `http://${listen}`;
  for (const until = Date.now() + 60_000; !(await isReady(url)); await sleep(50)) {
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`the server did not start:\n${written}`);
  }
  return { url, data, stop, log: () => written };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
