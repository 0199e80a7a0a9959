// Markdown as models write it, to HTML that holds nothing of theirs but text: everything is escaped first, and the tags below are all there are.
// Pictures become links, because nothing may be loaded from elsewhere.

export function toHtml(source, isOpen = false) {
  const text = source.replace(/\r\n?/g, '\n').replace(/\u0000/g, '');
  return blocks((isOpen ? settle(text) : text).split('\n'));
}

const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
const fence = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*$/;
const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const row = /^\s*\|.*\|\s*$/;
const linked = /!?\[([^\]]*)\]\(((?:https?:\/\/|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s[^)]*)?\)/gi;   // nothing but these schemes
const maxDepth = 12;   // of lists and quotes in each other
const rule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function blocks(lines, depth = 0) {
  if (depth > maxDepth) return `<p>${escape(lines.join('\n'))}</p>`;
  let html = '';
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    let match;
    if (!line.trim()) {
      i++;
    } else if ((match = fence.exec(line))) {
      const code = [];
      for (i++; i < lines.length && !lines[i].trim().startsWith(match[1]); i++) code.push(lines[i]);
      if (i++ >= lines.length && code.at(-1) === '') code.pop();
      html += `<figure class="code"><figcaption><span>${escape(match[2] || 'text')}</span><button type="button" class="copy">Copy</button></figcaption>`
        + `<pre tabindex="0"><code>${escape(code.join('\n'))}</code></pre></figure>`;
    } else if ((match = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line))) {
      const level = Math.min(match[1].length + 2, 6);   // the page has h1 and h2
      html += `<h${level}>${inline(match[2])}</h${level}>`;
      i++;
    } else if (/^ {0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) {
      html += '<hr>';
      i++;
    } else if (/^ {0,3}>/.test(line)) {
      const quote = [];
      for (; i < lines.length && /^ {0,3}>/.test(lines[i]); i++) quote.push(lines[i].replace(/^ {0,3}> ?/, ''));
      html += `<blockquote>${blocks(quote, depth + 1)}</blockquote>`;
    } else if (item.test(line)) {
      const [list, next] = listFrom(lines, i, depth + 1);
      html += list;
      i = next;
    } else if (row.test(line) && i + 1 < lines.length && lines[i + 1].includes('-') && rule.test(lines[i + 1])) {
      const from = i;
      for (i += 2; i < lines.length && row.test(lines[i]);) i++;
      html += table(lines.slice(from, i));
    } else {
      const paragraph = [];
      for (; i < lines.length && lines[i].trim() && (paragraph.length === 0 || !beginsBlock(lines[i])); i++) paragraph.push(lines[i].trim());
      html += `<p>${inline(paragraph.join('\n')).replace(/\n/g, '<br>')}</p>`;
    }
  }
  return html;
}

const beginsBlock = line => fence.test(line) || item.test(line) || row.test(line) || /^ {0,3}(#{1,6}\s|>)/.test(line);

// A list with what is indented below its items, lists of their own among it.
function listFrom(lines, start, depth) {
  const [, indent, mark] = item.exec(lines[start]);
  const isNumbered = /\d/.test(mark);
  const items = [];
  let i = start;
  for (let match; i < lines.length && (match = item.exec(lines[i])) && match[1].length <= indent.length + 1 && /\d/.test(match[2]) === isNumbered;) {
    const inner = [match[3]];
    const width = match[1].length + 2;
    for (i++; i < lines.length; i++) {
      const depth = lines[i].search(/\S/);
      if (depth < 0 ? !(lines[i + 1]?.search(/\S/) >= width) : depth < width) break;
      inner.push(lines[i].slice(Math.min(width + (isNumbered ? 1 : 0), Math.max(depth, 0))));
    }
    items.push(`<li>${blocks(inner, depth).replace(/^<p>([^]*?)<\/p>/, '$1')}</li>`);
    while (i + 1 < lines.length && !lines[i].trim() && item.test(lines[i + 1])) i++;
  }
  const first = parseInt(mark, 10);
  return [isNumbered ? `<ol${first > 1 ? ` start="${first}"` : ''}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`, i];
}

function table(lines) {
  const cells = line => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => cell.trim().replace(/\\\|/g, '|'));
  const sides = cells(lines[1]).map(cell => (/^:-+:$/.test(cell) ? 'middle' : /-:$/.test(cell) ? 'right' : ''));
  const write = (line, tag) => `<tr>${cells(line).map((cell, i) => `<${tag}${sides[i] ? ` class="${sides[i]}"` : ''}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  const body = lines.slice(2).map(line => write(line, 'td')).join('');
  return `<div class="table" tabindex="0"><table><thead>${write(lines[0], 'th')}</thead><tbody>${body}</tbody></table></div>`;
}

// Code and links are taken out first and put back last, so that what stands in them is not read as Markdown.
function inline(source) {
  const kept = [];
  const keep = html => `\u0000${kept.push(html) - 1}\u0000`;
  const link = (address, text) => keep(`<a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a>`);
  const marks = text => text
    .replace(/(\*\*|__)(?=\S)([^]*?\S)\1/g, '<strong>$2</strong>')
    .replace(/(^|[^\w*])\*(?=[^\s*])([^*]*?[^\s*])\*(?!\w)/g, '$1<em>$2</em>')
    .replace(/(^|[^\w_])_(?=[^\s_])([^_]*?[^\s_])_(?!\w)/g, '$1<em>$2</em>')
    .replace(/~~(?=\S)([^]*?\S)~~/g, '<del>$1</del>');
  const html = marks(escape(source.replace(/(`+)([^]*?[^`])\1(?!`)/g, (_, __, code) => keep(`<code>${escape(code.trim())}</code>`)))
    .replace(linked, (_, text, address) => link(address, marks(text || address)))
    .replace(/\bhttps?:\/\/[^\s<>()\u0000]*[^\s<>().,;:!?\u0000]/gi, address => link(address, address)));
  const restore = text => text.replace(/\u0000(\d+)\u0000/g, (_, i) => restore(kept[i]));
  return restore(html);
}

// While an answer is being written its end is half a thing: what has no meaning yet is held back, and what is open is closed.
function settle(text) {
  const fences = text.match(/^ {0,3}```/gm);
  const at = text.lastIndexOf('\n') + 1;
  if (fences && /^ {0,3}```\s*$/.test(text.slice(at)) && fences.length % 2 === 0) return text;
  if (fences && fences.length % 2) return /^\s*`+$/.test(text.slice(at)) ? text.slice(0, at) : text;
  let shown = text;
  if (/^\s*([-*+>_]{1,3}|\d{1,9}[.)]?|#{1,6}|`+[\w+#.-]*|\|.*)\s*$/.test(text.slice(at))) shown = text.slice(0, at);
  shown = shown.replace(/(^|\n)\s*\|[^\n]*\|[ \t]*\n?$/, (rows, begin, offset, all) => (row.test(all.slice(0, offset).split('\n').pop() ?? '') ? rows : begin));
  const last = shown.slice(shown.lastIndexOf('\n\n') + 1);
  const count = mark => last.split(mark).length - 1;
  if (count('`') % 2) return shown.endsWith('`') ? shown.slice(0, -1) : `${shown}\``;
  shown = shown.replace(/!?\[([^\]\n]*)(\]?|\]\([^)\n]*)$/, '$1');
  if (count('**') % 2) shown = shown.endsWith('**') ? shown.slice(0, -2) : `${shown.replace(/\s*\*?$/, '')}**`;
  else if (/(^|[\s(])\*$/.test(shown)) shown = shown.slice(0, -1);
  else if (/(^|[\s(])\*[^\s*][^*\n]*$/.test(shown) && last.replace(/\*\*/g, '').split('*').length % 2 === 0) shown = `${shown.trimEnd()}*`;
  return shown;
}
