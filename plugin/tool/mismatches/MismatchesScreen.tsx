export function MismatchesScreen() {
  return null
}
