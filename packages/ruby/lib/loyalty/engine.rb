# frozen_string_literal: true

require "json"

module Loyalty
  # The library. It is loaded when it is needed first; a test may put another in its place.
  # @api private
  def self.library
    @library ||= begin
      require "loyalty_ffi"
      LoyaltyFfi
    end
  end

  # @api private
  def self.library=(library)
    @library = library
  end

  # @return [String] the version of the library
  def self.version = library.version

  # One storage with its program. It can be used from several threads; close it when it is no longer needed.
  class Engine
    # Opens a storage. With a block, closes it again behind the block.
    #
    # @param config [String, Hash] its address, such as `sqlite:shop.db`, or a Hash with `storage` and, if wanted, `program`,
    #   `prefix`, `timeout_ms` and `secrets`
    # @return [Engine]
    def self.open(config)
      config = { storage: config } if config.is_a?(String)
      engine = new(refused { Loyalty.library::Engine.open(JSON.generate(config)) })
      return engine unless block_given?

      begin
        yield engine
      ensure
        engine.close
      end
    end

    # @api private
    def initialize(native)
      @native = native
    end

    # The operations as an actor may call them. Tests that must repeat exactly fix the time and the entropy.
    #
    # @param actor [Actor]
    # @return [Client]
    def acting(actor, at: nil, entropy: nil)
      Client.new(Caller.new(self, actor.context(at, entropy)))
    end

    # Executes a request in JSON. The request may come from a browser; the context is written by the shop's own code.
    #
    # @return [String] the answer
    def execute(request, context) = Engine.refused { @native.execute(request, context) }

    # Executes many requests with one durable commit.
    #
    # @param calls [Array<(String, String)>] requests with their contexts
    # @return [Array<String>] the answers, in the same order
    def execute_batch(calls)
      texts = calls.map { |request, context| { request: inside(request), context: inside(context) } }
      answers = Engine.refused { @native.execute_batch(JSON.generate(texts)) }
      JSON.parse(answers).map { |answer| JSON.generate(answer) }
    end

    # @return [Boolean] whether an email may buy
    def may_purchase(email) = Engine.refused { @native.may_purchase(email) }

    # @return [Boolean] whether a customer may sign in
    def may_sign_in(customer) = Engine.refused { @native.may_sign_in(customer) }

    # @return [Boolean] whether a customer may earn
    def may_earn(customer) = Engine.refused { @native.may_earn(customer) }

    # Closes the storage.
    def close = Engine.refused { @native.shut }

    # Calls the library; what it refuses becomes a LoyaltyError.
    # @api private
    def self.refused
      yield
    rescue StandardError => e
      raise unless e.respond_to?(:answer)

      raise LoyaltyError.of_answer(e.answer)
    end

    private

    # A text of JSON as part of a larger one. It is read first: pasted in, a request could end early and bring a context of its own.
    # What is no JSON goes along as a text, which the library refuses like any other request that is not an object.
    def inside(text)
      JSON.parse(text)
    rescue JSON::ParserError
      text
    end
  end
end
