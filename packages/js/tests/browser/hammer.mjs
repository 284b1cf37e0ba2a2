// What pages and workers do at once to one customer.

/** A point, given. */
export const one = { customer: "c-1", type: "points", amount: "1", reason: "test" };

/** Gives a point so many times, and takes every third again; the codes of what failed. */
export async function hammer(client, times) {
  const failed = [];
  for (let at = 0; at < times; at += 1) {
    await client.points.adjust(one).catch(({ code }) => failed.push(code));
    if (at % 3 === 0) await client.points.spend({ customer: "c-1", type: "points", amount: "1" }).catch(({ code }) => failed.push(code));
  }
  return failed;
}
