export const setup = {
  'setup.title': 'Setting up: {{done}} of {{of}} done',
  'setup.done': 'done',
  'setup.to_do': 'to do',
  'setup.unknown': 'cannot be told',
  'setup.function': 'The function answers, and reaches your dataset',
  'setup.function.how': 'Whoever runs the function mends this in its settings.',
  'setup.stripe': 'Stripe can be read for this school',
  'setup.stripe.how':
    'The function’s Stripe key has to be allowed to read the account that the school’s document names.',
  'setup.heard': 'A webhook or a scheduled scan is at work',
  'setup.heard.how':
    'One of the two is enough. Without them a payment is seen only while somebody has this list open.',
} as const
