// What stays on this device, and what the address brings. Comes with the second file of WebAssembly, which asks it by
// a word; what the browser forbids throws. boot.js deletes the same entry when somebody leaves or clears.
const NAME = "foothold-week";

const does = {
  read: () => localStorage.getItem(NAME),
  write: (text) => localStorage.setItem(NAME, text) ?? "",
  forget: () => localStorage.removeItem(NAME) ?? "",
  // Taken out of the address bar and of the page's place in the history at once.
  link: () => {
    const behind = location.hash.slice(1);
    if (!behind || document.getElementById(behind)) return null;
    history.replaceState(history.state, "", location.pathname + location.search);
    return behind;
  },
  address: (path) => new URL(path, document.baseURI).href,
};

export default (what, text) => does[what](text);
