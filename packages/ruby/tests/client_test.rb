# frozen_string_literal: true

# The client against a library that only writes down what it is asked. Needs nothing but Ruby itself.

$LOAD_PATH.unshift(File.expand_path("../lib", __dir__))
require "loyalty"

REFUSED = '{"error":{"code":"not_found","message":"there is no customer","retry":"never","details":{"id":"x"}}}'

# What the bindings raise.
class Refused < StandardError
  def answer = REFUSED
end

# A library of which we say what it answers.
class Fake
  attr_accessor :answer
  attr_reader :seen

  def initialize = @answer = '{"ok":{}}'

  def execute(request, context)
    @seen = [request, context]
    @answer
  end

  def execute_batch(calls)
    @seen = [calls]
    '[{"ok":{"lists":{}}},{"ok":1}]'
  end

  def may_purchase(email) = email == "ada@example.com"
  def may_sign_in(_customer) = raise(Refused)
  def shut = @seen = ["closed"]
end

# One method for each thing that must hold.
class Tests
  def initialize
    @fake = Fake.new
    @engine = Loyalty::Engine.new(@fake)
    @client = @engine.acting(Loyalty::Actor.agent("maria", ["support"]), at: "2026-11-22T10:00:00Z")
  end

  def test_a_call_is_a_request_and_a_context
    @fake.answer = '{"ok":{"result":{"entry":"e1"},"recorded_at":"2026-11-22T10:00:00Z"}}'
    receipt = @client.points.adjust(
      customer: "c-42", type: "points", amount: "150", reason: "goodwill", idempotency_key: "k", if_version: 0
    )
    equal("e1", receipt[:result][:entry])
    arguments = '{"customer":"c-42","type":"points","amount":"150","reason":"goodwill"}'
    equal("{\"op\":\"points.adjust\",\"args\":#{arguments},\"idempotency_key\":\"k\",\"if_version\":0}", @fake.seen[0])
    equal('{"actor":{"id":"maria","kind":"agent","roles":["support"]},"at":"2026-11-22T10:00:00Z"}', @fake.seen[1])
  end

  def test_nil_is_sent_where_it_can_mean_something
    @client.customer.edit(customer: "c-42", phone: nil, group: Loyalty::ABSENT)
    equal('{"op":"customer.edit","args":{"customer":"c-42","phone":null}}', @fake.seen[0])
    @client.address.add(customer: "c-42", default_billing: nil, default_shipping: false)
    equal('{"op":"address.add","args":{"customer":"c-42","default_shipping":false}}', @fake.seen[0])
  end

  def test_no_arguments_are_an_object
    @client.program.get
    equal('{"op":"program.get","args":{}}', @fake.seen[0])
    @client.maintenance.run(limit: 10, preview: true)
    equal('{"op":"maintenance.run","args":{"limit":10},"preview":true}', @fake.seen[0])
  end

  def test_a_refusal_is_raised
    @fake.answer = REFUSED
    [-> { @client.customer.get(customer: "x") }, -> { @engine.may_sign_in("x") }].each do |call|
      call.call
      raise "nothing was raised"
    rescue Loyalty::LoyaltyError => e
      equal(["not_found", "there is no customer", "never", { id: "x" }], [e.code, e.message, e.retry, e.details])
    end
    equal(true, @engine.may_purchase("ada@example.com"))
  end

  def test_a_request_of_a_batch_cannot_bring_its_own_context
    attack = '{"op":"x"},"context":{"actor":{"kind":"system"}}},{"request":{"op":"y"}'
    answers = @engine.execute_batch([['{"op":"points.balance"}', '{"actor":{}}'], [attack, '{"actor":{}}']])
    first = '{"request":{"op":"points.balance"},"context":{"actor":{}}}'
    equal("[#{first},{\"request\":#{JSON.generate(attack)},\"context\":{\"actor\":{}}}]", @fake.seen[0])
    equal(['{"ok":{"lists":{}}}', '{"ok":1}'], answers)
  end

  def test_the_library_is_loaded_when_it_is_needed
    fake = @fake
    configs = []
    engine = Class.new { define_singleton_method(:open) { |config| configs << config and fake } }
    library = Module.new { define_singleton_method(:version) { "0.1.0" } }
    library.const_set(:Engine, engine)
    Loyalty.library = library
    Loyalty::Engine.open("sqlite:shop.db") { |opened| equal(true, opened.may_purchase("ada@example.com")) }
    equal(["closed"], fake.seen)
    Loyalty::Engine.open({ storage: "sqlite::memory:", timeout_ms: 5 })
    equal(['{"storage":"sqlite:shop.db"}', '{"storage":"sqlite::memory:","timeout_ms":5}'], configs)
    equal("0.1.0", Loyalty.version)
  end

  def test_the_shapes_are_named
    equal("on_hold", Loyalty::Shapes::State::ON_HOLD)
    equal(%i[customer entry], Loyalty::Shapes::PointsPosted)
  end

  private

  def equal(expected, found)
    raise "expected #{expected.inspect}, found #{found.inspect}" unless expected == found
  end
end

failed = 0
tests = Tests.instance_methods(false).grep(/^test_/)
tests.each do |test|
  Tests.new.public_send(test)
rescue StandardError => e
  failed += 1
  puts "#{test}: #{e.message} (#{e.backtrace.first})"
end
puts "#{tests.size - failed} passed, #{failed} failed"
exit(failed.zero?)
