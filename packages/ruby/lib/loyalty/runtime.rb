# frozen_string_literal: true

require "json"

# Customer and loyalty-account management: the library's operations.
module Loyalty
  # An argument that is not given. `nil` is given: it empties the field of a record that is edited.
  ABSENT = Object.new
  def ABSENT.inspect = "Loyalty::ABSENT"
  ABSENT.freeze

  # A refused request. It changed nothing, unless the code is `outcome_unknown`.
  class LoyaltyError < StandardError
    # @return [String] the stable code; what programs look at
    attr_reader :code
    # @return [String] whether asking again makes sense: `never`, with the `same_key`, or `later`
    attr_reader :retry
    # @return [Hash{Symbol => Object}] the facts
    attr_reader :details

    def initialize(code, message, again, details)
      super(message)
      @code = code
      @retry = again
      @details = details
    end

    # The error in an answer of the library.
    def self.of_answer(answer)
      error = JSON.parse(answer, symbolize_names: true).fetch(:error)
      new(error.fetch(:code), error.fetch(:message), error.fetch(:retry), error.fetch(:details, {}))
    end
  end

  # Who asks. Only the shop's own code says so, never a browser.
  class Actor
    # A person who works for the shop, with their roles. `through` is the page or device, for the record.
    def self.agent(id, roles, through: nil) = new("agent", id, roles, through)

    # A customer, who reaches only their own account.
    def self.customer(id, through: nil) = new("customer", id, [], through)

    # The shop's own software, with its roles.
    def self.system(id, roles, through: nil) = new("system", id, roles, through)

    def initialize(kind, id, roles, through)
      @actor = { id: id, kind: kind, roles: roles, through: through }.compact
    end
    private_class_method :new

    # The context of a request. The library fills in a time and an entropy that are left out.
    # @api private
    def context(at, entropy)
      JSON.generate({ actor: @actor, at: at, entropy: entropy }.compact)
    end
  end

  # Makes requests of calls, and values or errors of answers.
  # @api private
  class Caller
    def initialize(engine, context)
      @engine = engine
      @context = context
    end

    # Calls an operation. Left out is what is ABSENT; of `optional` and `options`, also what is nil or, of an option, false.
    def call(operation, given, optional, options)
      arguments = given.reject { |_, value| ABSENT.equal?(value) }.merge(optional.compact)
      request = { op: operation, args: arguments }.merge(options.select { |_, value| value })
      answer = @engine.execute(JSON.generate(request), @context)
      read = JSON.parse(answer, symbolize_names: true)
      raise LoyaltyError.of_answer(answer) if read.key?(:error)

      read.fetch(:ok)
    end
  end
end
