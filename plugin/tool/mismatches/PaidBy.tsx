/** How much somebody paid: the money stands out. */
export function PaidBy({paid, student}: {paid: string; student: string}) {
  return (
    <>
      <span className="row-money">{paid}</span>
      {` · ${student}`}
    </>
  )
}
