// A real Apache as shared hosts set it up, with our .htaccess as it is.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answers, freePort, needed, run, scratch, start } from "../../e2e/support/programs.mjs";
import { copyOfFolder } from "./folder.mjs";

const MODULES = "/usr/lib/apache2/modules";
const LOADED = ["mpm_event", "authz_core", "dir", "mime", "alias", "autoindex", "negotiation", "rewrite", "headers", "filter", "deflate", "brotli", "expires", "env", "setenvif"];

/** Its version. */
export const version = () => run(needed("FOOTHOLD_APACHE"), ["-v"]).split("\n")[0].replace("Server version: ", "");

/**
 * What hosts do for all their sites: a list of types that knows .gz and takes .br for Breton, everything packed on the
 * way, everything kept for a month, headers of their own. The least that they permit is FileInfo.
 */
const settings = ({ folder, port, top, alias }) => `ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/apache.log"
${LOADED.map((name) => `LoadModule ${name}_module "${MODULES}/mod_${name}.so"`).join("\n")}
${process.getuid() === 0 ? "User www-data\nGroup www-data" : ""}
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 8
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage br .br
DirectoryIndex index.html index.php
AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/javascript application/wasm application/xml
AddOutputFilterByType BROTLI_COMPRESS text/html text/plain text/css text/javascript application/wasm
ExpiresActive On
ExpiresDefault "access plus 1 month"
Header set X-Content-Type-Options nosniff
Header always set Referrer-Policy same-origin
Header set Content-Security-Policy "default-src 'none'"
Header always set X-Frame-Options SAMEORIGIN
DocumentRoot "${top}"
${alias ? `Alias ${alias.from} "${alias.to}"` : ""}
<Directory "${folder}">
  Options Indexes FollowSymLinks MultiViews
  AllowOverride FileInfo
  Require all granted
</Directory>
<Files ".ht*">
  Require all denied
</Files>
`;

/** What WordPress writes into the top folder of its site: it answers for everything that is no file. */
const WORDPRESS = `RewriteEngine On
RewriteBase /
RewriteRule ^index\\.php$ - [L]
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME} !-d
RewriteRule . /index.php [L]
`;

/** Serves a copy of our folder under `base`: beside a WordPress, or, with `alias`, from somewhere else on the disk. */
export async function startApache({ base, sites, alias = false }) {
  const { folder, away } = await scratch("apache");
  try {
    const [top, port] = [join(folder, "site"), await freePort()];
    const dist = alias ? join(folder, "elsewhere") : join(top, base);
    await mkdir(top, { recursive: true });
    await copyOfFolder(dist.replace(/\/$/, ""), { base, sites });
    if (base !== "/") {
      await writeFile(join(top, ".htaccess"), WORDPRESS);
      await writeFile(join(top, "index.php"), "WordPress");
    }
    const bare = base.replace(/\/$/, "");
    await writeFile(join(folder, "apache.conf"), settings({ folder, port, top, alias: alias && { from: bare, to: dist } }));
    const origin = `http://127.0.0.1:${port}`;
    const server = await start("Apache", needed("FOOTHOLD_APACHE"), ["-f", join(folder, "apache.conf"), "-DFOREGROUND"], { log: join(folder, "apache.log"), ready: answers(origin) });
    const stop = async () => {
      await server.stop();
      await away();
    };
    return { folder: dist.replace(/\/$/, ""), origin, address: origin + base, encodings: ["br", "gzip"], stop };
  } catch (fault) {
    await away();
    throw fault;
  }
}
