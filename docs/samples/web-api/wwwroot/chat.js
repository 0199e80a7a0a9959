import { toHtml } from './markdown.js';

const $ = id => document.getElementById(id);
const [talk, form, prompt, model, state, send, stop] = ['talk', 'ask', 'prompt', 'model', 'state', 'send', 'stop'].map($);

let history = [];                                   // what was said, for the next question
let total = { tokens: 0, cost: 0, unpriced: false };
let running = null;                                 // the AbortController of the answer under way

// --- One question and its answer

async function ask(text) {
  if (running) return;
  running = new AbortController();
  const mine = running;
  $('welcome').hidden = true;
  const question = add(talk, 'article', 'question');
  add(question, 'h2', 'unseen', 'You');
  add(question, 'div', 'bubble', text);
  const answer = new Answer(talk, model.selectedOptions[0]?.text ?? 'Model');
  busy(true, 'asking');
  question.scrollIntoView({ block: 'start' });
  try {
    await read(answer, await fetch('chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ prompt: text, model: model.value || undefined, history }),
      signal: mine.signal,
    }));
  } catch (error) {
    if (mine.signal.aborted) answer.end('stopped');
    else {
      answer.fail(answer.hasBegun ? 'The connection broke off: what is above is not all of the answer.' : 'The server does not answer. Is it running?');
      console.error(error);
    }
  }

  if (running !== mine) return;                     // a new chat began meanwhile
  running = null;
  const turns = answer.text.trim() ? [{ role: 'user', text }, { role: 'assistant', text: answer.text }] : [];
  history.push(...turns);
  answer.onRetry = () => {
    history = history.filter(turn => !turns.includes(turn));
    question.remove();
    answer.element.remove();
    ask(text);
  };
  busy(false, answer.outcome);
  if (matchMedia('(hover: hover)').matches) prompt.focus({ preventScroll: true });   // on a phone it would bring up the keyboard
}

async function read(answer, response) {
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    answer.fail(problem.detail ?? `The server answered with ${response.status}.`, Number(response.headers.get('Retry-After')));
    return;
  }

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = '', part; !(part = await reader.read()).done;) {
    const events = (rest + part.value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const lines = event.split('\n');
      const name = lines.find(line => line.startsWith('event: '))?.slice(7);
      answer.take(name, lines.filter(line => line.startsWith('data:')).map(line => line.slice(line[5] === ' ' ? 6 : 5)).join('\n'));
    }
  }
  if (!answer.outcome) throw new Error('The stream ended without its end mark.');
}

class Answer {
  text = '';
  hasBegun = false;
  outcome = '';
  #tools = new Map();
  #usage = { input: 0, output: 0, cost: 0, unpriced: false, calls: 0, currency: '' };

  constructor(parent, name) {
    this.element = add(parent, 'article', 'answer');
    add(this.element, 'h2', '', name);
    this.body = add(this.element, 'div', 'body waiting');
  }

  take(name, data) {
    this.hasBegun = true;
    if (name === 'text') this.#write(data);
    else if (name === 'tool') this.#showTool(JSON.parse(data));
    else if (name === 'usage') this.#count(JSON.parse(data));
    else if (name === 'note') add(this.body, 'p', 'note', data);
    else if (name === 'broken') this.fail(data || 'The answer broke off.');
    else if (name === 'done') this.end(`done, ${this.#usage.input + this.#usage.output} tokens`);
  }

  #write(piece) {
    if (!this.part) {
      this.part = { element: add(this.body, 'div', 'text'), text: '' };
      if (this.text) this.text += '\n\n';
    }
    this.text += piece;
    this.part.text += piece;
    state.textContent = 'answering';
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => { this.drawing = 0; this.#draw(true); });
  }

  #draw(isOpen) {
    if (!this.part) return;
    keepingEnd(() => { this.part.element.innerHTML = toHtml(this.part.text, isOpen); });
  }

  #showTool(step) {
    this.#closePart();
    let card = this.#tools.get(step.id);
    if (!card) {
      card = add(this.body, 'details', 'tool');
      card.open = true;
      add(card, 'summary', '').append(add(null, 'span', 'dot'), add(null, 'code', '', step.name), add(null, 'span', 'what', 'is being called'));
      this.#tools.set(step.id, card);
      state.textContent = `${step.name} runs`;
    }
    const say = (label, value) => keepingEnd(() => {
      const line = card.querySelector(`.${label}`) ?? add(card, 'p', label);
      line.replaceChildren(add(null, 'span', '', label), add(null, 'code', '', JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')));
    });
    if (step.input !== undefined) say('asked', step.input);
    if (step.result !== undefined) say('gave', step.result);
    if (step.failed !== undefined) this.#finish(card, step.failed ? 'failed' : 'answered');
  }

  #finish(card, how) {
    card.classList.add(how);
    card.querySelector('.what').textContent = how === 'cut' ? 'did not answer' : how;
  }

  #count({ inputTokens, outputTokens, cost, currency }) {
    const sum = this.#usage;
    sum.input += inputTokens;
    sum.output += outputTokens;
    sum.calls += 1;
    sum.currency = currency;
    total.tokens += inputTokens + outputTokens;
    if (cost === undefined) sum.unpriced = total.unpriced = true;
    else { sum.cost += cost; total.cost += cost; }
    showTotal(currency);
  }

  #closePart(isWhole = true) {
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
    this.#draw(!isWhole);
    this.part = null;
  }

  end(outcome) {
    if (this.outcome) return;
    this.#closePart(outcome.startsWith('done'));
    this.outcome = outcome;
    this.body.classList.remove('waiting');
    for (const card of this.#tools.values()) if (card.classList.length === 1) this.#finish(card, 'cut');
    const { input, output, cost, unpriced, calls, currency } = this.#usage;
    const meta = add(null, 'p', 'meta');
    if (outcome === 'stopped') add(meta, 'span', 'stopped', 'stopped');
    if (calls) {
      add(meta, 'span', '', `${number(input)} tokens in, ${number(output)} out`);
      add(meta, 'span', '', unpriced ? 'no price known' : money(cost, currency));
      if (calls > 1) add(meta, 'span', '', `${calls} calls of the model`);
    }
    if (this.text.trim()) add(meta, 'button', 'copy all', 'Copy').type = 'button';
    if (meta.hasChildNodes()) keepingEnd(() => this.element.append(meta));
  }

  fail(text, seconds = 0) {
    if (this.outcome) return;
    this.end('broke off');
    const notice = add(this.element, 'div', 'notice');
    notice.setAttribute('role', 'alert');
    add(notice, 'p', '', text);
    const again = add(notice, 'button', '', 'Try again');
    again.type = 'button';
    again.onclick = () => this.onRetry?.();
    const wait = left => {
      if (!again.isConnected) return;
      again.disabled = left > 0;
      again.textContent = left > 0 ? `Try again in ${left} s` : 'Try again';
      if (left > 0) setTimeout(wait, 1000, left - 1);
    };
    wait(Math.min(seconds || 0, 120));
    notice.scrollIntoView({ block: 'nearest' });
  }
}

// --- Small things

function add(parent, tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  parent?.append(element);
  return element;
}

// Follows the answer, unless the reader has scrolled up.
function keepingEnd(change) {
  const page = document.scrollingElement;
  const isAtEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 80;
  change();
  if (isAtEnd) page.scrollTop = page.scrollHeight;
}

const number = value => value.toLocaleString('en');
const money = (value, currency) => `${value === 0 ? '0' : value.toFixed(value < 0.01 ? 6 : 3)} ${currency}`;

function showTotal(currency) {
  const parts = total.tokens ? [`${number(total.tokens)} tokens`, money(total.cost, currency) + (total.unpriced ? ' and more' : '')] : [];
  $('total').replaceChildren(...parts.map(part => add(null, 'span', '', part)));
}

function busy(isBusy, text) {
  talk.setAttribute('aria-busy', isBusy);
  send.hidden = isBusy;
  stop.hidden = !isBusy;
  state.textContent = text;
}

function grow() {
  prompt.style.height = 'auto';
  prompt.style.height = `${Math.min(prompt.scrollHeight, 200)}px`;
}

function submit() {
  const text = prompt.value.trim();
  if (!text || running) return;
  prompt.value = '';
  grow();
  ask(text);
}

function startAnew() {
  running?.abort();
  running = null;
  history = [];
  total = { tokens: 0, cost: 0, unpriced: false };
  talk.replaceChildren();
  $('welcome').hidden = false;
  showTotal('');
  busy(false, 'ready');
  prompt.focus();
}

function setTheme(isDark) {
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  $('theme').setAttribute('aria-pressed', isDark);
}

form.addEventListener('submit', event => { event.preventDefault(); submit(); });
prompt.addEventListener('input', grow);
prompt.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
});
document.addEventListener('keydown', event => { if (event.key === 'Escape') running?.abort(); });
stop.addEventListener('click', () => running?.abort());
$('fresh').addEventListener('click', startAnew);
$('ideas').addEventListener('click', event => { if (event.target.matches('button')) ask(event.target.textContent); });
talk.addEventListener('click', async event => {
  if (!event.target.matches('.copy')) return;
  const whole = event.target.closest('.answer');
  const text = event.target.matches('.all') ? [...whole.querySelectorAll('.text')].map(part => part.innerText).join('\n\n')
    : event.target.closest('figure').querySelector('code').textContent;
  const copied = await navigator.clipboard.writeText(text).then(() => 'Copied', () => 'Not allowed');
  event.target.textContent = copied;
  setTimeout(() => { event.target.textContent = 'Copy'; }, 1500);
});

const dark = matchMedia('(prefers-color-scheme: dark)');
setTheme((localStorage.getItem('theme') ?? (dark.matches ? 'dark' : 'light')) === 'dark');
dark.addEventListener('change', () => { if (!localStorage.getItem('theme')) setTheme(dark.matches); });
$('theme').addEventListener('click', () => {
  const isDark = document.documentElement.dataset.theme !== 'dark';
  localStorage.setItem('theme', isDark ? 'dark' : 'light');
  setTheme(isDark);
});

async function begin() {
  const offer = await (await fetch('models')).json();
  for (const [group, models] of Object.entries(Object.groupBy(offer.models, offered => offered.group))) {
    const options = add(model, 'optgroup', '');
    options.label = group;
    for (const { id, name } of models) add(options, 'option', '', name).value = id;
  }
  $('where').textContent = offer.simulated ? `Simulated models on this machine. Costs by ${offer.prices}: nothing is paid.`
    : `Models on AWS. Costs by ${offer.prices}: your bill may differ.`;
  state.textContent = 'ready';
  const asked = new URLSearchParams(location.search).get('ask');
  if (asked) await ask(asked);
}

begin().catch(error => { state.textContent = 'the server does not answer'; console.error(error); });
