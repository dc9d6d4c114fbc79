// A real nginx with our example in it, nothing changed but what the example says is to be changed, and the port.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answers, freePort, needed, run, scratch, start } from "../../e2e/support/programs.mjs";
import { copyOfFolder } from "./folder.mjs";

/** Debian's packages, unpacked. */
const installed = (path) => join(needed("FOOTHOLD_NGINX"), path);

/** Its version. */
export const version = () => run("sh", ["-c", `"${installed("usr/sbin/nginx")}" -v 2>&1`]).trim();

/** As Debian has it, but in a folder; with Brotli also as people set it who want everything packed. */
const settings = ({ folder, brotli }) => `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log warn;
${process.getuid() === 0 ? "user nobody nogroup;" : ""}
${brotli ? `load_module ${installed("usr/lib/nginx/modules/ngx_http_brotli_static_module.so")};` : ""}
events { worker_connections 256; }
http {
  sendfile on;
  include ${installed("etc/nginx/mime.types")};
  default_type application/octet-stream;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temp;`).join("\n  ")}
  gzip on;
  ${brotli ? "gzip_types *;" : ""}
  include ${folder}/site.conf;
}
`;

/** A server block that was there before ours, with pages and headers of its own. */
const theirs = ({ folder, port, locations }) => `server {
  listen 127.0.0.1:${port};
  server_name 127.0.0.1;
  root ${folder}/top;
  add_header X-Frame-Options SAMEORIGIN;
  error_page 404 /theirs.html;
${locations}
}
`;

/** The example with its words filled in: as it is, or, as it says, what is inside put into a block that was there. */
function filled(example, { dist, folder, port, brotli, into }) {
  const words = [["SITE_NAME", "127.0.0.1"], ["FOLDER", dist], ["listen 80;", `listen 127.0.0.1:${port};`]];
  if (brotli) words.push(["# brotli_static on;", "brotli_static on;"]);
  let text = example;
  for (const [from, to] of words) {
    if (!text.includes(from)) throw new Error(`the example has no ${from}`);
    text = text.replaceAll(from, to);
  }
  if (!into) return text;
  const [, outside, locations] = text.match(/^([^]*)server \{[^{}]*?(\n {2}location [^]*)\n\}\n$/);
  return outside + theirs({ folder, port, locations });
}

/**
 * Serves a copy of our folder under `base`; `brotli` is for a server that has the module, `into` for one that has a block
 * for the site already.
 */
export async function startNginx({ base, sites, brotli = false, into = false }) {
  const { folder, away } = await scratch("nginx");
  try {
    const [dist, port] = [join(folder, "anywhere"), await freePort()];
    await copyOfFolder(dist, { base, sites });
    for (const name of ["temp", "top"]) await mkdir(join(folder, name));
    const example = await readFile(join(dist, "nginx.conf.example"), "utf8");
    await writeFile(join(folder, "site.conf"), filled(example, { dist, folder, port, brotli, into }));
    await writeFile(join(folder, "nginx.conf"), settings({ folder, brotli }));
    const origin = `http://127.0.0.1:${port}`;
    const server = await start("nginx", installed("usr/sbin/nginx"), ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")], { log: join(folder, "out.log"), ready: answers(origin) });
    const stop = async () => {
      await server.stop();
      await away();
    };
    return { folder: dist, origin, address: origin + base, encodings: brotli ? ["br", "gzip"] : ["gzip"], stop };
  } catch (fault) {
    await away();
    throw fault;
  }
}
