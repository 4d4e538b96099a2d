// The menu opens when there is room for it; the search looks through pages and headings.
const menu = document.querySelector('.menu');
const wide = matchMedia('(min-width: 60rem)');
wide.addEventListener('change', () => { menu.open = wide.matches; });

const search = menu.querySelector('input');
const found = menu.querySelector('.found');
const pages = menu.querySelector('.pages');
search.hidden = false;
search.addEventListener('input', () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  found.hidden = words.length === 0;
  pages.hidden = words.length > 0;
  found.replaceChildren();
  const hits = INDEX.filter(([heading, page]) => words.every(word => (heading + ' ' + page).toLowerCase().includes(word)));
  for (const [heading, page, address] of hits.slice(0, 40)) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = document.body.dataset.top + address;
    link.textContent = heading === page ? heading : heading + ' (' + page + ')';
    item.append(link);
    found.append(item);
  }
  if (hits.length === 0) {
    found.textContent = 'Nothing is called that.';
  }
});
menu.addEventListener('click', event => {
  if (event.target.closest('a') && !wide.matches) {
    menu.open = false;
  }
});
