// Keys for the review desk: each presses the button, or follows the link, that names it. Without this file all of it works by hand.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const at = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!at) return;
  event.preventDefault();
  at.click();
});
