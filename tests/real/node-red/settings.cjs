// Node-RED as somebody runs it at home, without its editor. FOOTHOLD_CORS=on is the one line that a receiver for other sites needs.
module.exports = {
  uiHost: "127.0.0.1",
  uiPort: Number(process.env.FOOTHOLD_PORT),
  userDir: process.env.FOOTHOLD_USER_DIR,
  flowFile: "flows.json",
  credentialSecret: false,
  httpAdminRoot: false,
  disableEditor: true,
  telemetry: { enabled: false, updateNotification: false },
  externalModules: { autoInstall: false, palette: { allowInstall: false }, modules: { allowInstall: false } },
  ...(process.env.FOOTHOLD_CORS === "on" ? { httpNodeCors: { origin: "*", methods: "POST" } } : {}),
  logging: { console: { level: "info", metrics: false, audit: false } },
};
