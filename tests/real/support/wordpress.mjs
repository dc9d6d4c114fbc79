// A WordPress as a clinic has one: Apache with PHP, a database, mail that leaves the house. All of it on this machine,
// in a folder that is thrown away.
import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answers, freePort, run, scratch, start } from "../../e2e/support/programs.mjs";
import { startDatabase } from "./database.mjs";

const own = (file) => new URL(`../wordpress/${file}`, import.meta.url).pathname;
const MODULES = "/usr/lib/apache2/modules";
const WORDPRESS = "/usr/share/wordpress";
const isRoot = process.getuid() === 0;

/** What owners, hosts and security plugins do to a site, and what a browser meets then. */
const FAULTS = {
  none: "",
  "no permission to read": "Header always unset Access-Control-Allow-Origin\nHeader unset Access-Control-Allow-Origin\n",
  "no questions beforehand": "RewriteEngine On\nRewriteCond %{REQUEST_METHOD} ^OPTIONS$\nRewriteRule .* - [F,L]\n",
  "a way round": "RewriteEngine On\nRewriteRule ^wp-json/(.*)$ /gone-elsewhere/$1 [R=302,L]\n",
};

const CONFIG = ({ socket, address }) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '${address}' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'NONCE_SALT', '${randomBytes(24).toString("hex")}' );
define( 'AUTH_SALT', '${randomBytes(24).toString("hex")}' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;

async function apacheConfig({ folder, port }) {
  const php = (await readdir(MODULES)).find((file) => /^libphp.*\.so$/.test(file));
  if (!php) throw new Error(`${MODULES} holds no PHP`);
  const modules = ["mpm_prefork", "authz_core", "dir", "env", "mime", "rewrite", "headers"].map((name) => [name, `mod_${name}.so`]);
  return `ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${folder}/apache.pid"
${[...modules, ["php", php]].map(([name, file]) => `LoadModule ${name}_module "${MODULES}/${file}"`).join("\n")}
${isRoot ? "User www-data\nGroup www-data" : ""}
StartServers 2
MaxRequestWorkers 8
TypesConfig /etc/mime.types
DocumentRoot "${folder}/site"
DirectoryIndex index.php
ErrorLog "${folder}/apache.log"
LogFormat "%m %U %>s" short
CustomLog "${folder}/requests.log" short
<Directory "${folder}/site">
  AllowOverride All
  Require all granted
</Directory>
<FilesMatch "\\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
php_admin_value sendmail_path "${folder}/sendmail"
`;
}

/** Installs and starts everything. */
export async function startWordPress() {
  const { folder, away } = await scratch("wordpress");
  const [site, mail] = [join(folder, "site"), join(folder, "mail")];
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const stops = [away];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  try {
    const database = await startDatabase(folder);
    stops.push(() => database.stop());
    database.sql("CREATE DATABASE wordpress CHARACTER SET utf8mb4");

    // A copy, because the system's one is shared and must stay as it is; Debian's own links in it are followed.
    run("cp", ["-rL", WORDPRESS, site]);
    await rm(join(site, "wp-config.php"), { force: true });
    await writeFile(join(site, "wp-config.php"), CONFIG({ socket: database.socket, address }));
    await mkdir(join(site, "wp-content/plugins/stand-in"), { recursive: true });
    await copyFile(own("stand-in.php"), join(site, "wp-content/plugins/stand-in/stand-in.php"));
    await mkdir(join(site, "wp-content/mu-plugins"));
    await copyFile(own("witness.php"), join(site, "wp-content/mu-plugins/witness.php"));
    await copyFile(new URL("../../fixtures/hosts/witness.js", import.meta.url).pathname, join(site, "wp-content/mu-plugins/witness.js"));

    // Mail goes into a folder; with the file "refuse" in it the mail server takes nothing.
    await mkdir(mail);
    await chmod(mail, 0o777);
    await writeFile(join(folder, "sendmail"), `#!/bin/sh\n[ -e "${mail}/refuse" ] && exit 75\ncat > "${mail}/$$.eml"\n`);
    await chmod(join(folder, "sendmail"), 0o755);
    const keeper = (...task) => run("php", ["-d", `sendmail_path=${folder}/sendmail`, own("keeper.php"), site, ...task]);
    const password = randomBytes(12).toString("hex");
    keeper("install", password);
    keeper("on");
    // As on most hosts, WordPress may write its own folder: that is how plugins get in.
    if (isRoot) run("chown", ["-R", "www-data:www-data", site]);
    // WordPress has written down how every address leads to it; faults come before that.
    const rules = await readFile(join(site, ".htaccess"), "utf8");
    const fault = (name) => writeFile(join(site, ".htaccess"), FAULTS[name] + rules);

    await writeFile(join(folder, "apache.conf"), await apacheConfig({ folder, port }));
    const up = () =>
      start("Apache", "apache2", ["-f", join(folder, "apache.conf"), "-DFOREGROUND"], { log: join(folder, "apache.out"), ready: answers(`${address}/wp-json/`) });
    let apache = await up();
    stops.push(() => apache.stop());

    const letters = async () => (await readdir(mail)).filter((file) => file.endsWith(".eml"));
    return {
      address,
      database,
      fault,
      keeper,
      password,
      stop,
      versions: () => `${keeper("versions").trim()}, ${run("apache2", ["-v"]).split("\n")[0].replace("Server version: ", "")}`,
      /** Whether WordPress says that it is being updated. */
      updating: (yes) => (yes ? writeFile(join(site, ".maintenance"), "<?php $upgrading = time();") : rm(join(site, ".maintenance"), { force: true })),
      /** Whether the mail server turns mail away. */
      refuseMail: (yes) => (yes ? writeFile(join(mail, "refuse"), "") : rm(join(mail, "refuse"), { force: true })),
      /** What was handed to the mail server. */
      mails: async () => Promise.all((await letters()).map((file) => readFile(join(mail, file), "utf8"))),
      /** What the database holds, a message an object; what was typed to the byte, because it travels as hexadecimal digits. */
      kept: () => {
        const rows = database.sql("SELECT message, status, name, HEX(value) FROM wordpress.wp_stand_in ORDER BY id").split("\n").filter(Boolean);
        const messages = {};
        for (const [message, status, name, hex] of rows.map((row) => row.split("\t"))) {
          messages[message] ??= { status, fields: {} };
          messages[message].fields[name] = Buffer.from(hex, "hex").toString("utf8");
        }
        return Object.values(messages);
      },
      clear: async () => {
        database.sql("DELETE FROM wordpress.wp_stand_in");
        for (const file of await letters()) await rm(join(mail, file));
      },
      down: () => apache.stop(),
      up: async () => void (apache = await up()),
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
