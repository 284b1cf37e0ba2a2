# frozen_string_literal: true

# One story of a loyalty account, told in Ruby. See examples/README.md.
#
#     ruby story.rb sqlite:story.db

require "loyalty"

MARIA = Loyalty::Actor.agent("maria", %w[shop support])

# Tells the story over a store in which nothing was told yet.
def tell(engine)
  # A real shop leaves `at` and `entropy` to the library.
  at = lambda do |minute|
    minute = format("%02d", minute)
    engine.acting(MARIA, at: "2026-11-22T10:#{minute}:00Z", entropy: "entropy of minute #{minute}")
  end

  at[0].customer.create(id: "c-42")
  at[0].membership.enroll(customer: "c-42")

  recorded = at[1].order.record(
    customer: "c-42", number: "o-1", placed_at: "2026-11-22T10:01:00Z", currency: "USD",
    lines: [{ unit_price: "250.00" }], payments: [{ id: "p-1", amount: "250.00", status: "paid" }]
  )
  puts "order o-1 earned #{recorded[:result][:earned][0][:amount]}"

  held = at[2].points.hold(customer: "c-42", type: "points", amount: "100")
  puts "100 on hold, #{held[:balances][0][:active]} left"
  at[3].points.capture(customer: "c-42", hold: held[:result][:id], amount: "100")

  adjust = { customer: "c-42", type: "points", amount: "25", reason: "goodwill" }
  preview = at[4].points.adjust(**adjust, preview: true)
  puts "25 more would make #{preview[:balances][0][:active]}"
  at[5].points.adjust(**adjust, plan: preview[:plan])

  at[6].points.history(customer: "c-42")[:entries].each do |entry|
    puts format("%.10s  %-7s  %4s  balance %s", entry[:effective_at], entry[:kind], entry[:amount], entry[:balance])
  end
end

Loyalty::Engine.open(ARGV.fetch(0, "memory:")) { |engine| tell(engine) }
