// A MariaDB of one's own, without a password, because nobody else reaches it.
import { join } from "node:path";
import { run, start } from "../../e2e/support/programs.mjs";

const isRoot = process.getuid() === 0;

/** Starts it in this folder, on this port or on none; stopped and started again, it has kept everything. */
export async function startDatabase(folder, { port } = {}) {
  const [data, socket] = [join(folder, "database"), join(folder, "db.sock")];
  const user = isRoot ? ["--user=root"] : [];
  const sql = (text) => run("mariadb", ["--no-defaults", "--default-character-set=utf8mb4", `--socket=${socket}`, "--user=root", "--skip-column-names", "--batch", "-e", text]);
  run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user]);
  const settings = ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${folder}/db.pid`, ...(port ? [`--port=${port}`, "--bind-address=127.0.0.1"] : ["--skip-networking"]), "--innodb-buffer-pool-size=32M", "--innodb-flush-log-at-trx-commit=2", ...user];
  const up = () => start("MariaDB", "mariadbd", settings, { log: join(folder, "database.log"), ready: async () => sql("SELECT 1").trim() === "1" });
  let server = await up();
  return {
    socket,
    sql,
    stop: () => server.stop(),
    again: async () => void (server = await up()),
  };
}
