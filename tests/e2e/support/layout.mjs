// Measures a page: width, targets, phones in view.

/** What makes the page wider than its window. */
export const tooWide = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    return [`${root.scrollWidth} of ${innerWidth}`, ...wide.slice(0, 8).map((e) => e.outerHTML.slice(0, 120))];
  });

/**
 * Controls that are drawn lower than 44 pixels. Left out, as WCAG 2.2 does: links inside a
 * sentence; controls that are not drawn (a choice draws its label); and the skip link until it has
 * the focus.
 */
export const lowTargets = (page) =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, .choice label")];
    const inSentence = (e) =>
      e.matches("a") && e.closest("p, li") && [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 1);
    const hidden = (e) => !e.checkVisibility() || e.closest(".honey") || e.matches(".skip, .choice input, [type=hidden]");
    return controls
      .filter((e) => !hidden(e) && !inSentence(e))
      .map((e) => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 120)])
      .filter(([height]) => height < 43.5)
      .map(([height, html]) => `${height.toFixed(1)} ${html}`);
  });

/** The numbers that can be seen and pressed at the top of the window, wherever one has scrolled to. */
export const phonesInView = (page) =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll(".strip a[href^='tel:']")].filter((link) => {
      const box = link.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return box.height > 0 && box.right <= innerWidth && at && (link.contains(at) || at.contains(link));
    });
    return found.map((link) => link.getAttribute("href"));
  });
