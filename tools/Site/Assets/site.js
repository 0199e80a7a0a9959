// The search: an index that is loaded when somebody first asks, and looked through here. Nothing is sent anywhere.
(() => {
  const root = document.body.dataset.root;
  const input = document.getElementById('search');
  const hits = document.getElementById('hits');
  const most = 30;
  let entries, chosen = -1;

  // Open beside a page, closed above it on a phone.
  if (window.matchMedia('(max-width: 50rem)').matches) document.querySelector('nav details').open = false;
  document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest' });

  function load() {
    if (entries) return;
    entries = [];
    const script = document.createElement('script');
    script.src = root + 'search-index.js';
    script.onload = () => {
      entries = window.searchIndex.map(([title, page, path, text, names = '']) => ({
        title, page, path, text, names, isApi: path.startsWith('api/'), name: title.toLowerCase(), members: ` ${names.toLowerCase()} `,
        all: `${title} ${page} ${text} ${names}`.toLowerCase(),
      }));
      show();
    };
    document.head.append(script);
  }

  // Whole names before parts of them, names before texts, pages of the docs before types.
  function score(entry, words) {
    let sum = entry.isApi ? 0 : 6;
    for (const word of words) {
      if (!entry.all.includes(word)) return 0;
      sum += entry.name === word ? 20 : entry.members.includes(` ${word} `) ? 12 : entry.name.startsWith(word) ? 8 : entry.name.includes(word) ? 5
        : entry.isApi ? 1 : Math.min(4, entry.all.split(word).length - 1);
    }
    return sum + (entry.name === words.join(' ') ? 10 : 0) - entry.title.length / 1000;
  }

  function marked(text, words) {
    const part = document.createElement('span');
    const pattern = new RegExp(words.map(word => word.replace(/[^\w\s]/g, '\\$&')).join('|'), 'gi');
    let end = 0;
    for (const found of text.matchAll(pattern)) {
      const mark = document.createElement('mark');
      mark.textContent = found[0];
      part.append(text.slice(end, found.index), mark);
      end = found.index + found[0].length;
    }
    part.append(text.slice(end));
    return part;
  }

  function snippet(text, words) {
    const lower = text.toLowerCase();
    const at = Math.min(...words.map(word => lower.indexOf(word)).filter(index => index >= 0), text.length);
    const from = at === text.length ? 0 : Math.max(0, at - 50);
    return (from > 0 ? '…' : '') + text.slice(from, from + 150);
  }

  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    hits.hidden = words.length === 0;
    hits.replaceChildren();
    chosen = -1;
    if (hits.hidden) return;
    const found = entries.map(entry => [score(entry, words), entry]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]);
    for (const [, entry] of found.slice(0, most)) {
      const link = document.createElement('a');
      const member = entry.names.split(' ').find(name => name && words.includes(name.toLowerCase()));
      link.href = root + entry.path + (member ? '#' + member : '');
      link.append(marked(entry.title + (member ? '.' + member : ''), words));
      const small = document.createElement('small');
      small.append(entry.page ? entry.page + ': ' : '', marked(snippet(entry.text, words), words));
      link.append(small);
      const item = document.createElement('li');
      item.append(link);
      hits.append(item);
    }
    if (found.length !== 0 && found.length <= most) return;
    const rest = document.createElement('li');
    rest.className = 'none';
    rest.textContent = found.length === 0 ? 'Nothing found.' : `${found.length - most} more: add a word.`;
    hits.append(rest);
  }

  function choose(step) {
    const links = [...hits.querySelectorAll('a')];
    if (links.length === 0) return;
    links[chosen]?.classList.remove('chosen');
    chosen = (chosen + step + links.length) % links.length;
    links[chosen].classList.add('chosen');
    links[chosen].scrollIntoView({ block: 'nearest' });
  }

  input.addEventListener('focus', load);
  input.addEventListener('input', () => { load(); show(); });
  input.addEventListener('keydown', e => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { choose(e.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1); e.preventDefault(); }
    else if (e.key === 'Enter') (hits.querySelector('a.chosen') ?? hits.querySelector('a'))?.click();
    else if (e.key === 'Escape') { input.value = ''; show(); input.blur(); }
  });
  document.addEventListener('keydown', e => {
    if (e.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { input.focus(); e.preventDefault(); }
  });
  document.addEventListener('click', e => { if (!e.target.closest('.search') || e.target.closest('#hits a')) hits.hidden = true; });
})();
