import type {PassSeed} from '../seed/catalogue.ts'
import type {StudentSeed} from '../seed/students.ts'

export interface ShopWords {
  students: readonly StudentSeed[]
  passes: readonly PassSeed[]
  /** What happened last; null at first. */
  news: string | null
  isReachable: boolean
  /** Events that the function has not taken yet. */
  pending: number
}

const STYLE = `
  body {font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1b1d27}
  label {display: block; margin-top: 1rem} select, button {font: inherit; padding: .4rem .6rem}
  select {width: 100%} button {margin-top: 1rem} [role=status] {background: #e8f5ec; padding: .6rem .8rem}
  @media (prefers-color-scheme: dark) {
    body {background: #13141b; color: #e3e4e8} [role=status] {background: #1d3327} a {color: #8ab4ff}
  }`

/** The page on which somebody plays the student who buys: a form, and nothing that runs in the browser. */
export function shopPage({students, passes, news, isReachable, pending}: ShopWords): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Buy a pass</title>
<style>${STYLE}</style>
<h1>Buy a pass</h1>
<p>Play the student who pays. The money is the local Stripe’s; the pass shows up under
<a href="/passes" target="passes">Passes</a> while you watch.</p>
${news === null ? '' : `<p role="status">${escaped(news)}</p>`}
<form method="post">
<label>Student <select name="student">${students.map(studentOption).join('')}</select></label>
<label>Pass <select name="pass">${passes.map(passOption).join('')}</select></label>
<button name="do" value="pay">Pay</button>
</form>
<h2>When Stripe cannot reach the function</h2>
<form method="post">
${
  isReachable
    ? '<button name="do" value="cut">Cut the webhook off</button>'
    : '<button name="do" value="mend">Mend it, and let Stripe tell again</button>'
}
</form>
<p>${isReachable ? 'The webhook works.' : 'The webhook is cut off.'} Untold events: ${pending}.</p>
</html>
`
}

function studentOption({id, name, school}: StudentSeed): string {
  return `<option value="${escaped(id)}">${escaped(name)} (${escaped(school.name)})</option>`
}

function passOption({id, name, price, school}: PassSeed): string {
  const label = `${name}, ${price} ${school.currency.toUpperCase()} (${school.name})`
  return `<option value="${escaped(id)}">${escaped(label)}</option>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}
