// Notes how the page came to be: rendered ahead of the reader's click or not.
document.documentElement.dataset.prerendered = String(document.prerendering === true);
document.addEventListener('prerenderingchange', () => { document.documentElement.dataset.activated = 'yes'; });
