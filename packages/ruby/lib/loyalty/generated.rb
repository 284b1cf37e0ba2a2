# Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.
# frozen_string_literal: true

module Loyalty
  # The shapes of what the operations take and answer. A shape with fields is a Hash; the constant lists its keys.
  # Ignore keys and words that you do not know: later releases may add some.
  module Shapes
    # The account that a new customer has.
    module Account
      # None: the customer bought as a guest.
      GUEST = "guest"
      # An account with the shop.
      REGISTERED = "registered"
    end

    # What kind of actor asks.
    module ActorKind
      # A person who works for the shop.
      AGENT = "agent"
      # The customer, who may only touch their own account.
      CUSTOMER = "customer"
      # The shop's own software.
      SYSTEM = "system"
    end

    # An address of a customer.
    #
    # - `:customer` (String) The customer.
    # - `:id` (String) The id: the host's, or `a1`, `a2` and so on.
    # - `:version` (Integer) The version, for `if_version`.
    # - `:added_at` (String) When it was added.
    # - `:default_billing` (Boolean) Whether invoices go there unless said otherwise.
    # - `:default_shipping` (Boolean) Whether parcels go there unless said otherwise.
    # - `:city` (String, if there is one) The city.
    # - `:company` (String, if there is one) The company.
    # - `:country` (String, if there is one) The country.
    # - `:label` (String, if there is one) What the customer calls it, such as "Home".
    # - `:lines` (Array<String>, if there is one) Street, house, floor: as written on an envelope.
    # - `:name` (String, if there is one) Who receives mail there.
    # - `:phone` (String, if there is one) A phone number there.
    # - `:postal_code` (String, if there is one) The postal code.
    # - `:region` (String, if there is one) The state, province or county.
    Address = %i[customer id version added_at default_billing default_shipping city company country label lines name phone postal_code region].freeze

    # The receipt of `address.remove`.
    #
    # - `:customer` (String) The customer.
    # - `:address` (String) The address that is gone; a generated id is not used again.
    AddressRemoved = %i[customer address].freeze

    # The receipt of `address.add` and `address.edit`.
    #
    # - `:customer` (String) The customer.
    # - `:address` (String) The address.
    # - `:version` (Integer) Its version now.
    # - `:no_longer_default` (Array<String>) Other addresses that were a default and no longer are; their versions
    #   went up.
    AddressSaved = %i[customer address version no_longer_default].freeze

    # A page of commands.
    #
    # - `:commands` (Array<Shapes::AuditRow>) The commands, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    AuditPage = %i[commands next].freeze

    # A command.
    #
    # - `:at` (String) When.
    # - `:operation` (String) The operation.
    # - `:actor` (String) The actor's id.
    # - `:code` (String, if there is one) Refused: the error code.
    # - `:customer` (String, if there is one) The customer it was about; absent for the program.
    # - `:kind` (String, if there is one) Agent, customer or system; absent when erased.
    # - `:number` (Integer, if there is one) Done: its number in the customer's log.
    AuditRow = %i[at operation actor code customer kind number].freeze

    # Whether an action can be taken now, and why not.
    #
    # - `:operation` (String) The operation.
    # - `:available` (Boolean) Whether this actor may take it with this customer now.
    # - `:code` (String, if there is one) The code of the error that taking it would give.
    # - `:reason` (String, if there is one) Why not, for people.
    Availability = %i[operation available code reason].freeze

    # A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`.
    #
    # - `:type` (String) The point type.
    # - `:active` (String) What can be spent now.
    # - `:pending` (String) What becomes active later.
    # - `:held` (String) What holds have set aside.
    # - `:debt` (String) What is owed.
    # - `:total` (String) The sum of all entries.
    # - `:earned` (String) Earned in all, less what was reversed.
    # - `:adjusted` (String) Adjusted by hand in all, less what was reversed.
    # - `:spent` (String) Spent in all, less what was reversed.
    # - `:expired` (String) Lapsed and forfeited in all.
    # - `:version` (Integer) The version of the account, for `if_version`: the number of its entries.
    Balance = %i[type active pending held debt total earned adjusted spent expired version].freeze

    # The answer of `blacklist.check`.
    #
    # - `:can_purchase` (Boolean) Whether they may buy.
    # - `:reason` (String, if there is one) Why not.
    BlacklistChecked = %i[can_purchase reason].freeze

    # The receipt of `blacklist.set`.
    #
    # - `:customer` (String) The customer.
    # - `:blacklisted` (Boolean) Whether the customer is blacklisted now.
    # - `:since` (String, if there is one) Since when.
    BlacklistSet = %i[customer blacklisted since].freeze

    # A blacklisting (rule E2).
    #
    # - `:reason` (String) Why, as it was said last.
    # - `:since` (String) Since when the customer is blacklisted.
    # - `:by` (String) The actor who gave the reason.
    # - `:emails` (Array<String>) The folded emails it blocks: those the customer had while blacklisted, at most
    #   100.
    # - `:reason_since` (String, if there is one) Since when it has this reason, when it had another before.
    Blacklisting = %i[reason since by emails reason_since].freeze

    # A row of a bundle, in the form in which rows travel.
    #
    # - `:table` (String) The table.
    # - `:values` (Array<Object>) The typed values.
    # - `:body` (String) Everything else.
    BundledRow = %i[table values body].freeze

    # A change of membership.
    module Change
      # A guest opens an account.
      REGISTER = "register"
      # A customer joins the program.
      ENROLL = "enroll"
      # A member leaves.
      UNENROLL = "unenroll"
      # A member is taken out of the program.
      REMOVE = "remove"
      # The account is suspended.
      DEACTIVATE = "deactivate"
      # The suspension ends.
      REACTIVATE = "reactivate"
      # The account becomes part of another.
      MERGE = "merge"
      # The account is erased.
      DELETE = "delete"
    end

    # A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`.
    #
    # - `:and` (Array<Shapes::Condition>, if there is one) All of these hold.
    # - `:field` (String, if there is one) The field that is compared.
    # - `:not` (Shapes::Condition, if there is one) This does not hold.
    # - `:op` (String, if there is one) How.
    # - `:or` (Array<Shapes::Condition>, if there is one) At least one of these holds.
    # - `:value` (Object, if there is one) With what: a text, true or false, null with `eq` and `ne`, a list with
    #   `in`.
    Condition = %i[and field not op or value].freeze

    # The answer of `customer.actions`.
    #
    # - `:customer` (String) The customer.
    # - `:actions` (Array<Shapes::Availability>) Every action.
    CustomerActionList = %i[customer actions].freeze

    # The answer of `customer.bundle`.
    #
    # - `:customer` (String) The customer.
    # - `:at` (String) The time of the request, as the host knows it.
    # - `:actor` (Object) Who asked, as the host knows them: an actor as in a context.
    # - `:tables` (Array<String>) The tables of which all rows of the customer are there.
    # - `:rows` (Array<Shapes::BundledRow>) The rows.
    CustomerBundled = %i[customer at actor tables rows].freeze

    # The receipt of `customer.create`.
    #
    # - `:customer` (String) The customer.
    # - `:state` (String) Where the customer stands.
    # - `:created_at` (String) When the account was created.
    # - `:version` (Integer) The version of the profile, for `if_version`.
    CustomerCreated = %i[customer state created_at version].freeze

    # The answer of `customer.details`.
    #
    # - `:customer` (String) The customer.
    # - `:created_at` (String) When the account was created.
    # - `:actions` (Array<Shapes::Availability>, if there is one) What can be done now.
    # - `:addresses` (Array<Shapes::Address>, if there is one) The addresses.
    # - `:audit` (Array<Shapes::AuditRow>, if there is one) The commands; absent without the right `audit.list`.
    # - `:balances` (Array<Shapes::Balance>, if there is one) The balances; absent without the right
    #   `points.balance`.
    # - `:blacklisting` (Shapes::Blacklisting, if there is one) The blacklisting, if any; comes with the profile,
    #   and not to the customer.
    # - `:email` (Shapes::Preferences, if there is one) What mail the customer wants.
    # - `:guest` (Boolean, if there is one) Stands only on guests.
    # - `:history` (Array<Shapes::EntryView>, if there is one) The entries of all journals; absent without the right
    #   `points.history`.
    # - `:last_login_at` (String, if there is one) The last sign-in that the host told of.
    # - `:membership` (Shapes::Membership, if there is one) Where the customer stands.
    # - `:more` (Array<String>, if there is one) The tabs that have more rows than are shown.
    # - `:orders` (Array<Shapes::OrderView>, if there is one) The orders; absent without the right `order.list`.
    # - `:payment_methods` (Array<Shapes::PaymentMethod>, if there is one) The saved payment methods.
    # - `:profile` (Shapes::Profile, if there is one) Who the customer is.
    # - `:subscriptions` (Array<Shapes::SubscriptionView>, if there is one) The subscriptions; absent without the
    #   right `subscription.list`.
    # - `:wishlist` (Array<Shapes::Wish>, if there is one) What the customer would like.
    CustomerDetailed = %i[customer created_at actions addresses audit balances blacklisting email guest history last_login_at membership more orders payment_methods profile subscriptions wishlist].freeze

    # The receipt of `customer.edit`.
    #
    # - `:customer` (String) The customer.
    # - `:version` (Integer) The version of the profile now; an edit that changes nothing leaves it.
    # - `:changed` (Array<String>) The fields that are different now.
    CustomerEdited = %i[customer version changed].freeze

    # The receipt of `customer.assign_group`.
    #
    # - `:customer` (String) The customer.
    # - `:version` (Integer) The version of the profile now.
    # - `:group` (String, if there is one) The group now.
    # - `:group_before` (String, if there is one) The group before.
    CustomerGroupAssigned = %i[customer version group group_before].freeze

    # A page of `customer.list`.
    #
    # - `:rows` (Array<Hash{Symbol => Object}>) The rows: a value by column, null where there is none. Rows of
    #   guests have `"guest": true` besides.
    # - `:next` (String, if there is one) Where the next page begins; absent on the last.
    CustomerListed = %i[rows next].freeze

    # The receipt of `customer.record_login`.
    #
    # - `:customer` (String) The customer.
    # - `:last_login_at` (String) The last sign-in known now.
    CustomerLoginRecorded = %i[customer last_login_at].freeze

    # A customer, as `customer.get` shows them.
    #
    # - `:customer` (String) The customer.
    # - `:created_at` (String) When the account was created.
    # - `:profile` (Shapes::Profile) Who the customer is.
    # - `:membership` (Shapes::Membership) Where the customer stands.
    # - `:preferences` (Shapes::Preferences) What mail the customer wants.
    # - `:blacklisting` (Shapes::Blacklisting, if there is one) The blacklisting, if any.
    # - `:guest` (Boolean, if there is one) Stands only on guests.
    # - `:last_login_at` (String, if there is one) The last sign-in that the host told of.
    CustomerView = %i[customer created_at profile membership preferences blacklisting guest last_login_at].freeze

    # The first place where the books are not what they should be.
    #
    # - `:place` (String) Where: a row of the operation log, an entry, an account, a lot or a hold.
    # - `:expected` (String) What must stand there.
    # - `:found` (String) What stands there.
    Difference = %i[place expected found].freeze

    # What lapses at one instant.
    #
    # - `:expires_at` (String) The instant from which on it no longer counts.
    # - `:amount` (String) How much.
    # - `:account_date` (Boolean) Whether this is the account's date, which moves with the member's activity.
    Due = %i[expires_at amount account_date].freeze

    # What an order earned by one rule.
    #
    # - `:type` (String) The point type.
    # - `:rule` (String) The rule.
    # - `:amount` (String) How much.
    # - `:entry` (String) The entry.
    Earned = %i[type rule amount entry].freeze

    # What orders earn, and when.
    #
    # - `:rules` (Array<Shapes::EarningRule>, if there is one) The rules; each rule of a point type adds to what the
    #   order earns.
    # - `:when` (String, if there is one) The state in which an order earns.
    Earning = %i[rules when].freeze

    # A rate: `points` for every `per` of the order's currency (rule O2).
    #
    # - `:id` (String) The rule's id; entries name it.
    # - `:type` (String) The point type that is earned.
    # - `:points` (String) How many are earned for every `per`.
    # - `:per` (String) How much of the order's currency earns `points`.
    # - `:full_steps` (Boolean, if there is one) Count only full steps of `per`: 10 points per full 2 earn 30 on 7.
    # - `:include_shipping` (Boolean, if there is one) Whether shipping counts.
    # - `:include_tax` (Boolean, if there is one) Whether tax counts.
    # - `:rounding` (String, if there is one) How a fraction of the smallest unit is rounded.
    EarningRule = %i[id type points per full_steps include_shipping include_tax rounding].freeze

    # The state of an order that makes it earn (rule O1).
    module EarnsWhen
      # As soon as it is recorded.
      PLACED = "placed"
      # When its payments cover it.
      PAID = "paid"
      # When it is fulfilled.
      FULFILLED = "fulfilled"
    end

    # The receipt of `email.set_preferences` and `email.unsubscribe_all`.
    #
    # - `:customer` (String) The customer.
    # - `:preferences` (Shapes::Preferences) The preferences now.
    EmailPreferencesSet = %i[customer preferences].freeze

    # Why an entry stands in the journal.
    module EntryKind
      # Earned.
      EARN = "earn"
      # Adjusted by hand.
      ADJUST = "adjust"
      # Spent.
      SPEND = "spend"
      # Spent through a hold.
      CAPTURE = "capture"
      # Lapsed.
      EXPIRE = "expire"
      # Taken because the member left the program.
      FORFEIT = "forfeit"
      # Lots got a later end; the amount is zero.
      EXTEND = "extend"
      # Lots paid off debt; the amount is zero.
      REPAY = "repay"
      # Takes an earlier entry back.
      REVERSE = "reverse"
    end

    # An entry of a journal.
    #
    # - `:id` (String) The id.
    # - `:type` (String) The point type.
    # - `:kind` (String) Why it stands in the journal.
    # - `:amount` (String) The signed amount.
    # - `:balance` (String) The balance after it.
    # - `:effective_at` (String) When it took effect.
    # - `:recorded_at` (String) When it was recorded.
    # - `:actor` (String, if there is one) Who asked for it; a customer sees only themselves, not the shop's people.
    # - `:available_from` (String, if there is one) A credit that is not active at once: from when on it is.
    # - `:comment` (String, if there is one) What the customer reads.
    # - `:debt` (String, if there is one) How the debt changed.
    # - `:expires` (String, if there is one) A credit: when its lot ends.
    # - `:hold` (String, if there is one) The hold it came from.
    # - `:lots` (Array<Shapes::PartView>, if there is one) The lots from which it took (negative) or to which it
    #   gave back, and how much of each.
    # - `:note` (String, if there is one) The internal note; staff only.
    # - `:order` (String, if there is one) The order it came from.
    # - `:reason` (String, if there is one) Why; staff only.
    # - `:reversed` (String, if there is one) How much of it has been reversed.
    # - `:reverses` (String, if there is one) The entry it reverses.
    # - `:rule` (String, if there is one) The earning rule it came from.
    EntryView = %i[id type kind amount balance effective_at recorded_at actor available_from comment debt expires hold lots note order reason reversed reverses rule].freeze

    # The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy
    # moves nothing by itself.
    #
    # The key `:policy` tells which.
    module Expiry
      # Credits last for ever.
      Never = %i[policy].freeze

      # Credits end at the first instant of the local date this many days later.
      #
      # - `:days` (Integer) How many days, 1 to 36,500.
      Days = %i[policy days].freeze

      # Credits end at the first instant of the same day number this many months later.
      #
      # - `:months` (Integer) How many months, 0 to 1,200; 0 only with `round_up_to`.
      # - `:round_up_to` (String, if there is one) End with the month, quarter or year in which that day lies.
      Months = %i[policy months round_up_to].freeze

      # All credits end on one date of the account, which moves with the member's activity.
      #
      # - `:period` (String) The unit of `count`.
      # - `:count` (Integer) How many days or months without activity.
      # - `:moved_by` (String, if there is one) What counts as activity.
      Inactivity = %i[policy period count moved_by].freeze

    end

    # A field of the customer list.
    module Field
      # The host's id, byte by byte.
      ID = "id"
      # The email, without case.
      EMAIL = "email"
      # The name. Filters and sorting see it folded, family name first: `lovelace ada`.
      NAME = "name"
      # The phone number, digits only.
      PHONE = "phone"
      # The group.
      GROUP = "group"
      # The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`, `merged`,
      # `deleted`.
      STATE = "state"
      # The locale, without case.
      LOCALE = "locale"
      # The gender, without case and accents.
      GENDER = "gender"
      # The date of birth.
      BIRTH_DATE = "birth_date"
      # When the account was created.
      CREATED_AT = "created_at"
      # The last sign-in.
      LAST_LOGIN_AT = "last_login_at"
      # Whether the newsletter is wanted.
      NEWSLETTER = "newsletter"
      # Whether the customer is blacklisted.
      BLACKLISTED = "blacklisted"
    end

    # Whether a hold still sets something aside.
    module HoldState
      # It does.
      OPEN = "open"
      # Nothing is set aside any more.
      CLOSED = "closed"
    end

    # A hold.
    #
    # - `:id` (String) The id.
    # - `:type` (String) The point type.
    # - `:state` (String) Open, or closed because all was captured or released.
    # - `:authorized` (String) What was set aside.
    # - `:captured` (String) What was taken.
    # - `:released` (String) What was given back.
    # - `:remaining` (String) What is still set aside.
    # - `:held_until` (String, if there is one) When what remains is given back by itself.
    # - `:order` (String, if there is one) The order for which it was made.
    HoldView = %i[id type state authorized captured released remaining held_until order].freeze

    # The verdict.
    #
    # - `:sound` (Boolean) Whether everything is as it should be.
    # - `:head` (String) The head of the chain, 64 hexadecimal digits.
    # - `:commands` (Integer) Commands in the chain.
    # - `:entries` (Integer) Entries in all journals.
    # - `:difference` (Shapes::Difference, if there is one) The first difference.
    JournalVerified = %i[sound head commands entries difference].freeze

    # What the sweep did.
    #
    # - `:customers` (Integer) Customers settled.
    # - `:refused` (Integer) Customers whose settling was refused; they are due again.
    # - `:more` (Boolean) Whether there may be more that is due: call again.
    MaintenanceSwept = %i[customers refused more].freeze

    # A customer's membership.
    #
    # - `:state` (String) Where the customer stands.
    # - `:since` (String) Since when.
    # - `:version` (Integer) The version of the membership, for `if_version`.
    # - `:before` (String, if there is one) On hold: the state to which the account returns.
    # - `:enrolled_at` (String, if there is one) Enrolled at least once: when first.
    # - `:merged_into` (String, if there is one) Merged: into whom.
    Membership = %i[state since version before enrolled_at merged_into].freeze

    # The capabilities of a customer.
    #
    # - `:customer` (String) The customer.
    # - `:state` (String) Where the customer stands.
    # - `:capabilities` (Hash{Symbol => Boolean}) Each capability, and whether the state has it.
    MembershipCapabilityList = %i[customer state capabilities].freeze

    # The result of a change of membership.
    #
    # - `:customer` (String) The customer.
    # - `:from` (String) The state before.
    # - `:state` (String) The state now.
    # - `:version` (Integer) The version of the membership, for `if_version`.
    MembershipChanged = %i[customer from state version].freeze

    # The membership and how it came to be.
    #
    # - `:customer` (String) The customer.
    # - `:membership` (Shapes::Membership) The membership now.
    # - `:changes` (Array<Shapes::PastChange>) The changes, newest first.
    MembershipHistory = %i[customer membership changes].freeze

    # A message as the host gets it.
    #
    # - `:id` (String) The id, for `outbox.ack`.
    # - `:event` (String) What happened: the name of the operation.
    # - `:recorded_at` (String) When it was recorded.
    # - `:actor` (String) Who asked for it.
    # - `:data` (Object) The result of the operation.
    # - `:leased_until` (String) Given out again after this time if it is not acknowledged.
    # - `:customer` (String, if there is one) The customer it is about.
    MessageView = %i[id event recorded_at actor data leased_until customer].freeze

    # What moves the date of an account whose credits lapse with inactivity.
    module Moves
      # Earning.
      EARNING = "earning"
      # Earning and spending.
      EARNING_OR_SPENDING = "earning_or_spending"
    end

    # Something with an id and a name: a group or a mailing list.
    #
    # - `:id` (String) The id.
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    Named = %i[id name].freeze

    # Why someone may not buy.
    module Obstacle
      # The email or the customer is blacklisted.
      BLACKLISTED = "blacklisted"
      # The customer is on hold, merged or deleted.
      STATE = "state"
    end

    # What becomes of points and stamps when a member leaves the program.
    module OnLeaving
      # They stay, frozen, and lapse on their dates.
      FREEZE = "freeze"
      # They are taken.
      FORFEIT = "forfeit"
    end

    # How a field is compared.
    module Op
      # Equal; null equals null.
      EQ = "eq"
      # Not equal; also where there is no value.
      NE = "ne"
      # Smaller.
      LT = "lt"
      # Smaller or equal.
      LE = "le"
      # Larger.
      GT = "gt"
      # Larger or equal.
      GE = "ge"
      # Equal to one of a list.
      IN = "in"
      # Begins with.
      PREFIX = "prefix"
      # In which it stands somewhere; of a name, each word.
      CONTAINS = "contains"
    end

    # A decision about a mailing list: what, when, by whom and through what.
    #
    # - `:opted_in` (Boolean) Wanted or not.
    # - `:changed_at` (String) When it was decided.
    # - `:by` (String) The actor who recorded it.
    # - `:through` (String, if there is one) The page, device or channel.
    OptIn = %i[opted_in changed_at by through].freeze

    # A line of an order.
    #
    # - `:id` (String) The host's id of the line, unique in the order; its position from 1 when absent.
    # - `:quantity` (String) How many, more than zero.
    # - `:unit_price` (String) The price of one, not negative.
    # - `:discount` (String) Discount on the line, not negative.
    # - `:category` (String, if there is one) The category of the article.
    # - `:sku` (String, if there is one) The article.
    OrderLine = %i[id quantity unit_price discount category sku].freeze

    # A line of an order as it comes in.
    #
    # - `:unit_price` (String) The price of one, not negative.
    # - `:category` (String, if there is one) The category of the article.
    # - `:discount` (String, if there is one) Discount on the line, not negative.
    # - `:id` (String, if there is one) The host's id of the line, unique in the order; its position from 1 when
    #   absent.
    # - `:quantity` (String, if there is one) How many, more than zero; 1 when absent.
    # - `:sku` (String, if there is one) The article.
    OrderOrderLine = %i[unit_price category discount id quantity sku].freeze

    # A page of orders.
    #
    # - `:orders` (Array<Shapes::OrderView>) The orders, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    OrderPage = %i[orders next].freeze

    # A payment of an order.
    #
    # - `:id` (String) The host's id of the payment, unique in the order.
    # - `:amount` (String) How much.
    # - `:status` (String) Where it stands.
    # - `:method` (String, if there is one) How it was paid.
    OrderPayment = %i[id amount status method].freeze

    # The result of `order.record`.
    #
    # - `:number` (String) The order's number.
    # - `:total` (String) What it comes to.
    # - `:earned` (Array<Shapes::Earned>) What it earned in all.
    # - `:earned_at` (String, if there is one) When it earned; absent while it has not.
    # - `:not_earned` (String, if there is one) Why it has not earned.
    OrderRecorded = %i[number total earned earned_at not_earned].freeze

    # An order as answers show it.
    #
    # - `:number` (String) The host's number.
    # - `:placed_at` (String) When it was placed.
    # - `:total` (String) What it comes to: lines less discounts, plus shipping and tax.
    # - `:currency` (String) The currency, three capital letters.
    # - `:lines` (Array<Shapes::OrderLine>) The lines.
    # - `:discount` (String) Discount on the whole.
    # - `:shipping` (String) Shipping.
    # - `:tax` (String) Tax.
    # - `:channel` (String, if there is one) Where it was placed.
    # - `:earned` (Array<Shapes::Earned>, if there is one) What it earned.
    # - `:earned_at` (String, if there is one) When it earned.
    # - `:fulfilled` (Boolean, if there is one) Whether it is fulfilled.
    # - `:link` (String, if there is one) A link into the host's own page; staff only.
    # - `:master_number` (String, if there is one) The number of the order to which several belong.
    # - `:payments` (Array<Shapes::Payment>, if there is one) The payments.
    OrderView = %i[number placed_at total currency lines discount shipping tax channel earned earned_at fulfilled link master_number payments].freeze

    # A lot and where it came from.
    #
    # - `:lot` (String) The lot: the id of the entry that made it.
    # - `:amount` (String) How much of it: in a balance what is left, in an entry what was taken (negative) or put
    #   back.
    # - `:expires` (String) When it ends.
    # - `:made_by` (Shapes::EntryView) The entry that made it: order, rule, adjustment.
    # - `:place` (String, if there is one) Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what
    #   an entry moved.
    Origins = %i[lot amount expires made_by place].freeze

    # What was acknowledged.
    #
    # - `:acknowledged` (Integer) How many are done now.
    # - `:unknown` (Integer) How many were done already or unknown.
    OutboxAcked = %i[acknowledged unknown].freeze

    # The messages taken.
    #
    # - `:messages` (Array<Shapes::MessageView>) The messages; acknowledge them with `outbox.ack`.
    OutboxTaken = %i[messages].freeze

    # What became of a command.
    module Outcome
      # It was done.
      DONE = "done"
      # It was refused and changed nothing.
      REFUSED = "refused"
    end

    # What an entry took from a lot or put back.
    #
    # - `:lot` (String) The lot: the id of the entry that made it.
    # - `:amount` (String) How much, signed.
    # - `:expires` (String) When that lot ends.
    PartView = %i[lot amount expires].freeze

    # A total as it was.
    #
    # - `:type` (String) The point type.
    # - `:total` (String) The sum of all entries that had taken effect.
    PastBalance = %i[type total].freeze

    # A change that was made.
    #
    # - `:at` (String) When.
    # - `:change` (String) The change.
    # - `:from` (String) The state before.
    # - `:to` (String) The state after.
    # - `:actor` (String, if there is one) Who asked for it; a customer sees only themselves, not the shop's people.
    # - `:comment` (String, if there is one) A comment; the customer reads it.
    # - `:reason` (String, if there is one) Why; staff only.
    PastChange = %i[at change from to actor comment reason].freeze

    # A payment of an order.
    #
    # - `:id` (String) The host's id of the payment, unique in the order.
    # - `:amount` (String) How much.
    # - `:status` (String) Where it stands.
    # - `:method` (String, if there is one) How it was paid.
    Payment = %i[id amount status method].freeze

    # A saved payment method of a customer.
    #
    # - `:customer` (String) The customer.
    # - `:id` (String) The id: the host's, or `m1`, `m2` and so on.
    # - `:version` (Integer) The version, for `if_version`.
    # - `:saved_at` (String) When it was first saved.
    # - `:token` (String) What the payment provider calls it.
    # - `:brand` (String, if there is one) The brand, such as "Visa".
    # - `:expiry_month` (Integer, if there is one) The last month in which it is valid, 1 to 12.
    # - `:expiry_year` (Integer, if there is one) The year of that month.
    # - `:last_four` (String, if there is one) The last four digits.
    PaymentMethod = %i[customer id version saved_at token brand expiry_month expiry_year last_four].freeze

    # The receipt of `payment_method.remove`.
    #
    # - `:customer` (String) The customer.
    # - `:payment_method` (String) The payment method that is gone; a generated id is not used again.
    PaymentMethodRemoved = %i[customer payment_method].freeze

    # The receipt of `payment_method.save`.
    #
    # - `:customer` (String) The customer.
    # - `:payment_method` (String) The payment method.
    # - `:version` (Integer) Its version now.
    PaymentMethodSaved = %i[customer payment_method version].freeze

    # Where a payment stands.
    module PaymentStatus
      # Not yet paid.
      PENDING = "pending"
      # Promised by the payment service.
      AUTHORIZED = "authorized"
      # Paid.
      PAID = "paid"
      # Failed.
      FAILED = "failed"
      # Paid back.
      REFUNDED = "refunded"
    end

    # A unit of time of the calendar.
    module Period
      # Local dates.
      DAYS = "days"
      # Months.
      MONTHS = "months"
    end

    # What a point type is.
    module PointKind
      # Points: follow membership.
      POINTS = "points"
      # Stamps: follow membership.
      STAMPS = "stamps"
      # Money of one currency: follows the account.
      MONEY = "money"
    end

    # A unit of value with its own ledger.
    #
    # - `:id` (String) The id, such as `points`. It can never change its kind, places or currency, nor go away.
    # - `:activation_days` (Integer, if there is one) Days until what is earned becomes active; 0 at once (rule L4).
    # - `:currency` (String, if there is one) The currency of a money type (rule R8).
    # - `:debt_floor` (String, if there is one) How far a claw-back or adjustment may take the balance below zero:
    #   "0", or a negative decimal (rule L7).
    # - `:expiry` (Shapes::Expiry, if there is one) How long a credit lasts.
    # - `:kind` (String, if there is one) What it is; decides which membership states may use it (rule M2).
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:places` (Integer, if there is one) Decimal places, 0 to 8. Money has those of its currency.
    # - `:reversal_grace_days` (Integer, if there is one) Days that a lot put back after its expiry lives on; 0 none
    #   (rule L9).
    # - `:reversal_shortfall` (String, if there is one) What happens when a reversed credit is spent already (rule
    #   L9).
    PointType = %i[id activation_days currency debt_floor expiry kind name places reversal_grace_days reversal_shortfall].freeze

    # The balances of a customer.
    #
    # - `:customer` (String) The customer.
    # - `:at` (String) When this was so.
    # - `:balances` (Array<Shapes::Balance>) One per point type.
    # - `:as_of` (Array<Shapes::PastBalance>, if there is one) The totals at the moment `as_of`.
    # - `:holds` (Array<Shapes::HoldView>, if there is one) The open holds, those that end first first, at most 100
    #   per point type.
    PointsBalances = %i[customer at balances as_of holds].freeze

    # The result of `points.capture`.
    #
    # - `:hold` (Shapes::HoldView) The hold as it is now.
    # - `:entry` (String) The entry.
    PointsCaptured = %i[hold entry].freeze

    # An explanation.
    #
    # - `:lots` (Array<Shapes::Origins>) The lots behind it, each with the entry that made it.
    # - `:more` (Boolean) Whether there are more lots than are shown.
    # - `:entry` (Shapes::EntryView, if there is one) The entry itself, when one is explained.
    PointsExplained = %i[lots more entry].freeze

    # A page of a journal.
    #
    # - `:entries` (Array<Shapes::EntryView>) The entries, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    PointsHistoryPage = %i[entries next].freeze

    # The result of an operation that writes one entry.
    #
    # - `:customer` (String) The customer.
    # - `:entry` (String) The entry; the receipt's `entries` have it whole.
    PointsPosted = %i[customer entry].freeze

    # The result of `points.reverse`.
    #
    # - `:customer` (String) The customer.
    # - `:entry` (String) The entry that reverses.
    # - `:lapsed` (String) Of a credit: what had lapsed and so counts as taken.
    # - `:forgiven` (String) Of a credit: what was spent already and is forgiven.
    PointsReversed = %i[customer entry lapsed forgiven].freeze

    # What lapses when.
    #
    # - `:customer` (String) The customer.
    # - `:due` (Array<Shapes::Due>) The dates, the first to come first.
    # - `:never` (String) What never lapses.
    # - `:held` (String) What is held.
    PointsSchedule = %i[customer due never held].freeze

    # What mail a customer wants (rule E1).
    #
    # - `:lists` (Hash{Symbol => Shapes::OptIn}, if there is one) The mailing lists of the program that the customer
    #   decided about.
    # - `:newsletter` (Shapes::OptIn, if there is one) Whether the shop's newsletter is wanted.
    # - `:version` (Integer, if there is one) The version of the preferences, for `if_version`.
    Preferences = %i[lists newsletter version].freeze

    # Who a customer is. Every field may be missing.
    #
    # - `:birth_date` (String, if there is one) The date of birth.
    # - `:email` (String, if there is one) The email address, unique among customers that are not guests, merged or
    #   deleted.
    # - `:first_name` (String, if there is one) The given name.
    # - `:gender` (String, if there is one) The gender, in the customer's words.
    # - `:group` (String, if there is one) A group of the program.
    # - `:last_name` (String, if there is one) The family name.
    # - `:link` (String, if there is one) A link into the host's own page of this customer.
    # - `:locale` (String, if there is one) The locale, such as `de-AT`.
    # - `:middle_name` (String, if there is one) Further given names.
    # - `:phone` (String, if there is one) The phone number.
    # - `:prefix` (String, if there is one) A title or other prefix.
    # - `:suffix` (String, if there is one) A suffix such as "Jr."
    # - `:time_zone` (String, if there is one) The customer's own time zone, for the host's display; expiry is
    #   counted in the program's.
    # - `:version` (Integer, if there is one) The version of the profile, for `if_version`.
    Profile = %i[birth_date email first_name gender group last_name link locale middle_name phone prefix suffix time_zone version].freeze

    # The merchant's configuration.
    #
    # Everything but `point_types` has a default. `Program::parse` checks a document and reports every mistake with
    # its path.
    #
    # - `:point_types` (Array<Shapes::PointType>) The units of value, each with its own ledger.
    # - `:adjustment_needs_reason` (Boolean, if there is one) Whether a manual adjustment needs a reason (rule L2).
    # - `:currencies` (Hash{Symbol => Integer}, if there is one) The currencies in which orders earn, with their
    #   decimal places: `{"USD": 2}`.
    # - `:customer_rights` (Array<String>, if there is one) What customers may do with their own account.
    # - `:earning` (Shapes::Earning, if there is one) What orders earn.
    # - `:events` (Array<String>, if there is one) The commands after which an event is queued for the host: names,
    #   or `noun.*` (rule P6).
    # - `:groups` (Array<Shapes::Named>, if there is one) Groups that customers can be in.
    # - `:hold_seconds` (Integer, if there is one) How long a hold stays when the request does not say, in seconds
    #   (rule L8).
    # - `:mailing_lists` (Array<Shapes::Named>, if there is one) Mailing lists that customers can opt in to.
    # - `:name` (String, if there is one) The program's name, as customers see it.
    # - `:on_leaving` (String, if there is one) What becomes of points when a member leaves the program (rules of
    #   section M).
    # - `:roles` (Array<Shapes::Role>, if there is one) What agents and systems may do.
    # - `:time_zone` (String, if there is one) The zone in which days, months and expiry are counted (rule L4).
    Program = %i[point_types adjustment_needs_reason currencies customer_rights earning events groups hold_seconds mailing_lists name on_leaving roles time_zone].freeze

    # The current program.
    #
    # - `:version` (Integer) The version, for `if_version`.
    # - `:program` (Shapes::Program) The document.
    # - `:set_at` (String, if there is one) When it was set.
    ProgramCurrent = %i[version program set_at].freeze

    # A role that an actor can carry.
    #
    # - `:id` (String) The id that the host names in the context.
    # - `:rights` (Array<String>) The operations it may use.
    # - `:limits` (Array<Shapes::RoleLimit>, if there is one) How much value of a point type it may move. A type not
    #   named is not limited.
    Role = %i[id rights limits].freeze

    # How much value of a point type a role may give or take.
    #
    # - `:type` (String) The point type.
    # - `:per_day` (String, if there is one) The largest sum of one actor in one day of the program's zone.
    # - `:per_operation` (String, if there is one) The largest value of one operation.
    RoleLimit = %i[type per_day per_operation].freeze

    # The period with which a validity ends.
    module RoundUp
      # The calendar month.
      MONTH = "month"
      # The calendar quarter.
      QUARTER = "quarter"
      # The calendar year.
      YEAR = "year"
    end

    # How a fraction of the smallest unit is rounded.
    module Rounding
      # Towards nothing.
      DOWN = "down"
      # To the nearest, halves up.
      HALF_UP = "half_up"
      # To the next.
      UP = "up"
    end

    # What happens when a reversed credit is spent already.
    module Shortfall
      # The reversal is refused.
      REFUSE = "refuse"
      # What is missing becomes debt, even beyond the floor.
      DEBT = "debt"
      # What is missing is forgiven.
      FORGIVE = "forgive"
    end

    # Where a customer stands. `inactive` is three states, told apart by their cause.
    module State
      # Bought without an account.
      GUEST = "guest"
      # Has an account with the shop.
      REGISTERED = "registered"
      # Is a member of the program.
      ENROLLED = "enrolled"
      # Inactive: left the program and the shop's mailings.
      UNENROLLED = "unenrolled"
      # Inactive: taken out of the program, stays a customer of the shop.
      REMOVED = "removed"
      # Inactive: suspended; nothing is lost.
      ON_HOLD = "on_hold"
      # Merged into another customer.
      MERGED = "merged"
      # Erased.
      DELETED = "deleted"
    end

    # One change of a subscription's status.
    #
    # - `:to` (String) The status after.
    # - `:at` (String) When it changed.
    # - `:from` (String, if there is one) The status before; absent where it began.
    StatusChange = %i[to at from].freeze

    # A page of subscriptions.
    #
    # - `:subscriptions` (Array<Shapes::SubscriptionView>) The subscriptions, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    SubscriptionPage = %i[subscriptions next].freeze

    # The receipt of `subscription.record`.
    #
    # - `:customer` (String) The customer.
    # - `:subscription` (String) The subscription.
    # - `:status` (String) Where it stands.
    # - `:version` (Integer) Its version now.
    # - `:from` (String, if there is one) The status before, if it changed.
    SubscriptionRecorded = %i[customer subscription status version from].freeze

    # Where a subscription stands.
    module SubscriptionStatus
      # It runs.
      ACTIVE = "active"
      # It rests.
      PAUSED = "paused"
      # Its last payment failed.
      PAYMENT_FAILED = "payment_failed"
      # It has ended.
      CANCELED = "canceled"
    end

    # A subscription as answers show it.
    #
    # - `:history` (Array<Shapes::StatusChange>) The changes of its status, newest first.
    # - `:customer` (String) The customer.
    # - `:id` (String) The host's id.
    # - `:version` (Integer) The version, for `if_version`.
    # - `:status` (String) Where it stands.
    # - `:started_at` (String) When it began.
    # - `:link` (String, if there is one) A link into the host's own page; staff only.
    # - `:name` (String, if there is one) What is subscribed to, as people call it.
    # - `:next_payment_at` (String, if there is one) When the next payment is due.
    SubscriptionView = %i[history customer id version status started_at link name next_payment_at].freeze

    # A tab of the details.
    module Tab
      # Who the customer is, and the blacklisting.
      PROFILE = "profile"
      # Where the customer stands.
      MEMBERSHIP = "membership"
      # What mail the customer wants.
      EMAIL = "email"
      # The addresses, oldest first.
      ADDRESSES = "addresses"
      # The saved payment methods, oldest first.
      PAYMENT_METHODS = "payment_methods"
      # What can be done now.
      ACTIONS = "actions"
      # The balances, one per point type.
      BALANCES = "balances"
      # The entries of all journals, newest first.
      HISTORY = "history"
      # The orders, newest first.
      ORDERS = "orders"
      # The subscriptions, newest first, each with the last changes of its status.
      SUBSCRIPTIONS = "subscriptions"
      # What the customer would like.
      WISHLIST = "wishlist"
      # The commands that touched this customer, newest first.
      AUDIT = "audit"
    end

    # Something that a customer would like.
    #
    # - `:sku` (String) The article.
    # - `:added_at` (String, if there is one) Since when they would like it.
    # - `:name` (String, if there is one) What people call it.
    Wish = %i[sku added_at name].freeze

    # Something that a customer would like.
    #
    # - `:sku` (String) The article.
    # - `:added_at` (String, if there is one) Since when they would like it.
    # - `:name` (String, if there is one) What people call it.
    WishlistWish = %i[sku added_at name].freeze

    # The receipt of `wishlist.set`.
    #
    # - `:customer` (String) The customer.
    # - `:items` (Integer) How many articles are on the list.
    # - `:version` (Integer) Its version now.
    WishlistWished = %i[customer items version].freeze

    # What a command answers: in `:result` its own result, and what it did to the books.
    #
    # - `:recorded_at` (String) When the command was recorded.
    # - `:balances` (Array<Shapes::Balance>, if there is one) The balances of the accounts that were touched.
    # - `:entries` (Array<Shapes::EntryView>, if there is one) The entries written, in order.
    # - `:messages` (Array<String>, if there is one) The messages queued for the host.
    # - `:plan` (String, if there is one) Of a preview: the token that confirms exactly this.
    # - `:replayed` (Boolean, if there is one) This is the receipt of an earlier request with the same idempotency
    #   key; nothing was written now (rule L10).
    Receipt = %i[result recorded_at balances entries messages plan replayed].freeze

  end

  # The operations of `customer`.
  class CustomerOperations
    def initialize(caller)
      @caller = caller
    end

    # Creates a customer: a guest, or a registered customer of the shop. To make a member of them, follow with
    # `membership.enroll`.
    #
    # The id is yours and is kept for good: not even the id of an erased customer is taken again. The email of a
    # registered customer must be theirs alone, compared without case (rule K3); guests may share one. To bring over
    # an older account, give its `created_at`. The group also needs the right `customer.assign_group`.
    #
    # Errors: `already_exists` for the id (`what` is `customer`) or the email (`what` is `email`); `forbidden` for
    # the group; `invalid_request` for a group that the program does not have, a birth date or `created_at` in the
    # future, a locale or link that is none.
    #
    # Rules K1, K3, K9, P1.
    #
    # @param id [String] Your id for the customer.
    # @param birth_date [String, nil] The date of birth, not in the future.
    # @param created_at [String, nil] When the account was created, for accounts older than this record of them; the
    #   time of the call when absent.
    # @param email [String, nil] The email address.
    # @param first_name [String, nil] The given name.
    # @param gender [String, nil] The gender, in the customer's words.
    # @param group [String, nil] A group of the program.
    # @param last_name [String, nil] The family name.
    # @param link [String, nil] A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    # @param locale [String, nil] The locale, such as `de-AT`.
    # @param middle_name [String, nil] Further given names.
    # @param phone [String, nil] The phone number.
    # @param prefix [String, nil] A title or other prefix.
    # @param state [String] What kind of account; `registered` when absent. One of Shapes::Account.
    # @param suffix [String, nil] A suffix such as "Jr."
    # @param time_zone [String, nil] The customer's own time zone.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::CustomerCreated
    # @raise [LoyaltyError] when the library refuses
    def create(
      id:,
      birth_date: ABSENT,
      created_at: ABSENT,
      email: ABSENT,
      first_name: ABSENT,
      gender: ABSENT,
      group: ABSENT,
      last_name: ABSENT,
      link: ABSENT,
      locale: ABSENT,
      middle_name: ABSENT,
      phone: ABSENT,
      prefix: ABSENT,
      state: nil,
      suffix: ABSENT,
      time_zone: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "customer.create",
        { id: id, birth_date: birth_date, created_at: created_at, email: email, first_name: first_name, gender: gender, group: group, last_name: last_name, link: link, locale: locale, middle_name: middle_name, phone: phone, prefix: prefix, suffix: suffix, time_zone: time_zone },
        { state: state },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Edits the profile of a customer. A field that is absent stays, null empties it, a value sets it (rule K1).
    #
    # Pass the profile's `version` that you showed as `if_version`: when someone else saved meanwhile, the edit is
    # refused and nothing is lost (rule K2). A new email must be free (rule K3); while the customer is blacklisted,
    # it is blocked as well, and the customer does not change it (rule E2). The group also needs the right
    # `customer.assign_group`, and customers do not set the link.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `already_exists` for the email; `forbidden` for the group; `blocked` when a blacklisted customer changes their
    # email; `limit_exceeded` when the blacklisting of a customer would block more than 100 emails;
    # `invalid_request` for values that do not fit.
    #
    # Rules K1, K2, K3, E2.
    #
    # @param customer [String] The customer.
    # @param birth_date [String, nil] The date of birth, not in the future.
    # @param email [String, nil] The email address.
    # @param first_name [String, nil] The given name.
    # @param gender [String, nil] The gender, in the customer's words.
    # @param group [String, nil] A group of the program.
    # @param last_name [String, nil] The family name.
    # @param link [String, nil] A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    # @param locale [String, nil] The locale, such as `de-AT`.
    # @param middle_name [String, nil] Further given names.
    # @param phone [String, nil] The phone number.
    # @param prefix [String, nil] A title or other prefix.
    # @param suffix [String, nil] A suffix such as "Jr."
    # @param time_zone [String, nil] The customer's own time zone.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::CustomerEdited
    # @raise [LoyaltyError] when the library refuses
    def edit(
      customer:,
      birth_date: ABSENT,
      email: ABSENT,
      first_name: ABSENT,
      gender: ABSENT,
      group: ABSENT,
      last_name: ABSENT,
      link: ABSENT,
      locale: ABSENT,
      middle_name: ABSENT,
      phone: ABSENT,
      prefix: ABSENT,
      suffix: ABSENT,
      time_zone: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "customer.edit",
        { customer: customer, birth_date: birth_date, email: email, first_name: first_name, gender: gender, group: group, last_name: last_name, link: link, locale: locale, middle_name: middle_name, phone: phone, prefix: prefix, suffix: suffix, time_zone: time_zone },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Answers who a customer is and where they stand: profile, membership, email preferences, dates.
    # `customer.details` has the rest.
    #
    # Customers see their own, without the blacklisting and the link, which are the shop's.
    #
    # Errors: `not_found`.
    #
    # Rules K4, W3.
    #
    # @param customer [String] The customer.
    # @return [Shapes::CustomerView]
    # @raise [LoyaltyError] when the library refuses
    def get(
      customer:
    )
      @caller.call(
        "customer.get",
        { customer: customer },
        {},
        {}
      )
    end

    # Answers everything that a desk shows about a customer in one call, tab by tab. Ask for `tabs` to get some of
    # them only.
    #
    # A tab that was not asked for is absent. One that has more rows than `limit` is named in `more`.
    #
    # Errors: `not_found`; `invalid_request` for the limit, or more than 20 tabs.
    #
    # Rules K4, K5, W3.
    #
    # @param customer [String] The customer.
    # @param limit [Integer, nil] Rows in each tab, 1 to 500; 50 when absent.
    # @param tabs [Array<String>, nil] The tabs; all when absent. One of Shapes::Tab.
    # @return [Shapes::CustomerDetailed]
    # @raise [LoyaltyError] when the library refuses
    def details(
      customer:,
      limit: ABSENT,
      tabs: ABSENT
    )
      @caller.call(
        "customer.details",
        { customer: customer, limit: limit, tabs: tabs },
        {},
        {}
      )
    end

    # Answers what can be done with a customer: every action, whether you may take it now and, where not, why not.
    # The right is looked at first, then the customer's state; what depends on the arguments, such as the balance
    # for a debit, is not looked at.
    #
    # Errors: `not_found`.
    #
    # Rules K5, P1, M1, M2.
    #
    # @param customer [String] The customer.
    # @return [Shapes::CustomerActionList]
    # @raise [LoyaltyError] when the library refuses
    def actions(
      customer:
    )
      @caller.call(
        "customer.actions",
        { customer: customer },
        {},
        {}
      )
    end

    # Answers a customer's own rows, for a desk's browser that runs previews and queries about this customer itself,
    # without asking the host each time. The browser hands the whole answer to its engine as it is; nobody else
    # reads it.
    #
    # The bundle holds the program, under which the browser's engine runs, and of the customer what this actor may
    # see anyway: tables of which they lack the right are left out, and so are those with more than 2,000 rows. What
    # is left out is not answered from a bundle, and neither is what other customers decide, such as whether an
    # email is free: the browser asks the host then. A preview made from it bears the same token as the host's own,
    # as long as nothing has changed.
    #
    # Bundles are for the shop's people: rows hold internal notes.
    #
    # Errors: `not_found`; `forbidden` for customers.
    #
    # Rules K4, K5, W3.
    #
    # @param customer [String] The customer.
    # @return [Shapes::CustomerBundled]
    # @raise [LoyaltyError] when the library refuses
    def bundle(
      customer:
    )
      @caller.call(
        "customer.bundle",
        { customer: customer },
        {},
        {}
      )
    end

    # Lists customers, page by page: filtered, searched, sorted, with the columns you choose.
    #
    # A filter is a tree: `{"and": [{"field": "group", "op": "eq", "value": "vip"}, {"not": {"field": "email", "op":
    # "eq", "value": null}}]}`. `search` finds customers in whose id, name, email, phone or addresses every word
    # stands, whole or in part, whatever the case and accents.
    #
    # Guests are left out unless `guests` is true, and marked with `"guest": true`; merged and deleted customers are
    # left out. A filter that names the field `state` decides about all three itself.
    #
    # Ask for the next page with the `next` of the last answer as `cursor` and the same query. A row that does not
    # change meanwhile is neither skipped nor seen twice.
    #
    # Errors: `invalid_request` at the place in the filter, the search, the cursor or the limit that does not fit.
    #
    # Rule K6.
    #
    # @param columns [Array<String>, nil] The columns of each row, each named once; id, name, email, group, state
    #   and created_at when absent. One of Shapes::Field.
    # @param cursor [String, nil] Where to go on: `next` of the page before.
    # @param descending [Boolean, nil] Largest, last or newest first. When absent: false with `sort`, true without.
    # @param filter [Shapes::Condition, nil] Which customers; all when absent. At most 50 conditions, 8 levels deep;
    #   each value of `in` and each word of a name that is contained counts as one.
    # @param guests [Boolean] Whether guests are listed too.
    # @param limit [Integer, nil] Rows on the page, 1 to 500; 50 when absent.
    # @param search [String, nil] At most 10 words, 200 characters.
    # @param sort [String, nil] The field to sort by. Names sort by family name. When absent, the newest come first.
    #   One of Shapes::Field.
    # @return [Shapes::CustomerListed]
    # @raise [LoyaltyError] when the library refuses
    def list(
      columns: ABSENT,
      cursor: ABSENT,
      descending: ABSENT,
      filter: ABSENT,
      guests: nil,
      limit: ABSENT,
      search: ABSENT,
      sort: ABSENT
    )
      @caller.call(
        "customer.list",
        { columns: columns, cursor: cursor, descending: descending, filter: filter, limit: limit, search: search, sort: sort },
        { guests: guests },
        {}
      )
    end

    # Records that a customer signed in to the shop. The last sign-in never moves back: one reported late leaves a
    # later one standing.
    #
    # Errors: `not_found`; `not_eligible` in a state that cannot sign in (rule M2); `invalid_request` for a time in
    # the future.
    #
    # Rule K10.
    #
    # @param customer [String] The customer.
    # @param logged_in_at [String, nil] When; the time of the call when absent.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::CustomerLoginRecorded
    # @raise [LoyaltyError] when the library refuses
    def record_login(
      customer:,
      logged_in_at: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "customer.record_login",
        { customer: customer, logged_in_at: logged_in_at },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Puts a customer into a group of the program, or with null takes them out of theirs. The group is part of the
    # profile and shares its version.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `invalid_request` for a group that the program does not have.
    #
    # Rules K9, K2.
    #
    # @param customer [String] The customer.
    # @param group [String, nil] The group; null for none.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::CustomerGroupAssigned
    # @raise [LoyaltyError] when the library refuses
    def assign_group(
      customer:,
      group:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "customer.assign_group",
        { customer: customer, group: group },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `address`.
  class AddressOperations
    def initialize(caller)
      @caller = caller
    end

    # Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
    # address that had it.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
    # in use; `limit_exceeded` beyond 50 addresses.
    #
    # Rule K1.
    #
    # @param customer [String] The customer.
    # @param city [String, nil] The city.
    # @param company [String, nil] The company.
    # @param country [String, nil] The country: two letters, such as `AT`.
    # @param default_billing [Boolean] Whether invoices go there unless said otherwise.
    # @param default_shipping [Boolean] Whether parcels go there unless said otherwise.
    # @param id [String, nil] Your id for the address, unique for the customer; `a1`, `a2` and so on when absent.
    # @param label [String, nil] What the customer calls it, such as "Home".
    # @param lines [Array<String>] Street, house, floor: as written on an envelope, at most 10 lines.
    # @param name [String, nil] Who receives mail there.
    # @param phone [String, nil] A phone number there.
    # @param postal_code [String, nil] The postal code.
    # @param region [String, nil] The state, province or county.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::AddressSaved
    # @raise [LoyaltyError] when the library refuses
    def add(
      customer:,
      city: ABSENT,
      company: ABSENT,
      country: ABSENT,
      default_billing: nil,
      default_shipping: nil,
      id: ABSENT,
      label: ABSENT,
      lines: nil,
      name: ABSENT,
      phone: ABSENT,
      postal_code: ABSENT,
      region: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "address.add",
        { customer: customer, city: city, company: company, country: country, id: id, label: label, name: name, phone: phone, postal_code: postal_code, region: region },
        { default_billing: default_billing, default_shipping: default_shipping, lines: lines },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Edits one address. A field that is absent stays, null empties it, a value sets it. Addresses have versions of
    # their own: `if_version` is that of this one (rule K2).
    #
    # Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
    # `version_conflict`.
    #
    # Rules K1, K2.
    #
    # @param customer [String] The customer.
    # @param address [String] The address.
    # @param city [String, nil] The city.
    # @param company [String, nil] The company.
    # @param country [String, nil] The country: two letters, such as `AT`.
    # @param default_billing [Boolean, nil] Whether invoices go there unless said otherwise.
    # @param default_shipping [Boolean, nil] Whether parcels go there unless said otherwise.
    # @param label [String, nil] What the customer calls it, such as "Home".
    # @param lines [Array<String>, nil] Street, house, floor: as written on an envelope, at most 10 lines. All lines
    #   at once.
    # @param name [String, nil] Who receives mail there.
    # @param phone [String, nil] A phone number there.
    # @param postal_code [String, nil] The postal code.
    # @param region [String, nil] The state, province or county.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::AddressSaved
    # @raise [LoyaltyError] when the library refuses
    def edit(
      customer:,
      address:,
      city: ABSENT,
      company: ABSENT,
      country: ABSENT,
      default_billing: ABSENT,
      default_shipping: ABSENT,
      label: ABSENT,
      lines: ABSENT,
      name: ABSENT,
      phone: ABSENT,
      postal_code: ABSENT,
      region: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "address.edit",
        { customer: customer, address: address, city: city, company: company, country: country, default_billing: default_billing, default_shipping: default_shipping, label: label, lines: lines, name: name, phone: phone, postal_code: postal_code, region: region },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Removes an address of a customer. Was it a default, there is none until another becomes it.
    #
    # Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
    # `version_conflict`.
    #
    # Rules K1, K2.
    #
    # @param customer [String] The customer.
    # @param address [String] The address.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::AddressRemoved
    # @raise [LoyaltyError] when the library refuses
    def remove(
      customer:,
      address:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "address.remove",
        { customer: customer, address: address },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `payment_method`.
  class PaymentMethodOperations
    def initialize(caller)
      @caller = caller
    end

    # Saves a payment method of a customer: the token of your payment provider, and what the customer recognises it
    # by. One whose id or token is saved already is replaced.
    #
    # A full card number is never kept: a token or brand that looks like one is refused.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `already_exists` when another id has the token; `limit_exceeded` beyond 50 payment methods; `invalid_request`
    # for a card number or an expiry that is no month.
    #
    # Rules K4, K2.
    #
    # @param customer [String] The customer.
    # @param token [String] What the payment provider calls it.
    # @param brand [String, nil] The brand, such as "Visa".
    # @param expiry_month [Integer, nil] The last month in which it is valid, 1 to 12; with `expiry_year`.
    # @param expiry_year [Integer, nil] The year of that month, 2000 to 2100; with `expiry_month`.
    # @param id [String, nil] Your id for the payment method; `m1`, `m2` and so on when absent and the token is new.
    # @param last_four [String, nil] The last four digits.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PaymentMethodSaved
    # @raise [LoyaltyError] when the library refuses
    def save(
      customer:,
      token:,
      brand: ABSENT,
      expiry_month: ABSENT,
      expiry_year: ABSENT,
      id: ABSENT,
      last_four: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "payment_method.save",
        { customer: customer, token: token, brand: brand, expiry_month: expiry_month, expiry_year: expiry_year, id: id, last_four: last_four },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
    #
    # Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
    # deleted; `version_conflict`.
    #
    # Rules K4, K2.
    #
    # @param customer [String] The customer.
    # @param payment_method [String] The payment method.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PaymentMethodRemoved
    # @raise [LoyaltyError] when the library refuses
    def remove(
      customer:,
      payment_method:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "payment_method.remove",
        { customer: customer, payment_method: payment_method },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `email`.
  class EmailOperations
    def initialize(caller)
      @caller = caller
    end

    # Records what mail a customer wants: the newsletter and the program's mailing lists, each opted in to or out
    # of. What is absent stays.
    #
    # Every decision keeps who made it, when and through what; repeating one leaves the first record of it. The
    # preferences have a version of their own for `if_version`.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `invalid_request` for a list that the program does not have.
    #
    # Rules E1, K2.
    #
    # @param customer [String] The customer.
    # @param lists [Hash{Symbol => Boolean}] By list of the program: whether it is wanted.
    # @param newsletter [Boolean, nil] Whether the newsletter is wanted.
    # @param through [String, nil] The page, device or channel, as proof. That of the context goes before it, and a
    #   customer's own word for it does not count.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::EmailPreferencesSet
    # @raise [LoyaltyError] when the library refuses
    def set_preferences(
      customer:,
      lists: nil,
      newsletter: ABSENT,
      through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "email.set_preferences",
        { customer: customer, newsletter: newsletter, through: through },
        { lists: lists },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Ends all marketing to a customer at once: the newsletter and every mailing list, also those never decided
    # about. Messages that belong to a transaction, such as a password reset, are not marketing and still go out
    # (rule E3).
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`.
    #
    # Rules E1, E3.
    #
    # @param customer [String] The customer.
    # @param through [String, nil] The page, device or channel, as proof. That of the context goes before it, and a
    #   customer's own word for it does not count.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::EmailPreferencesSet
    # @raise [LoyaltyError] when the library refuses
    def unsubscribe_all(
      customer:,
      through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "email.unsubscribe_all",
        { customer: customer, through: through },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `blacklist`.
  class BlacklistOperations
    def initialize(caller)
      @caller = caller
    end

    # Puts a customer on the blacklist, with a reason, or takes them off it.
    #
    # From then on `blacklist.check` answers no for the customer and for their email, and for every email they take
    # while it lasts, also after they have given it up. Taking them off frees exactly what this customer blocked: an
    # email that another blacklisted customer has too stays blocked. On again renews the reason, with who gave it
    # and when, and nothing else. Every change is kept with who, when and why.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `invalid_request` without a
    # reason.
    #
    # Rule E2.
    #
    # @param customer [String] The customer.
    # @param on [Boolean] On the blacklist or off it.
    # @param reason [String, nil] Why, for staff only; needed when `on`, and kept also when off.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::BlacklistSet
    # @raise [LoyaltyError] when the library refuses
    def set(
      customer:,
      on:,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "blacklist.set",
        { customer: customer, on: on, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Answers whether someone may buy: by email, as at a guest checkout, or by customer.
    #
    # No for an email that a blacklisted customer has or had while blacklisted, for a blacklisted customer, and for
    # one who is on hold, merged or deleted. An email that nobody has may buy.
    #
    # Errors: `invalid_request` when not exactly one of `email` and `customer` is given; `not_found` for the
    # customer.
    #
    # Rules E2, M2.
    #
    # @param customer [String, nil] The customer who wants to buy.
    # @param email [String, nil] The email with which someone wants to buy.
    # @return [Shapes::BlacklistChecked]
    # @raise [LoyaltyError] when the library refuses
    def check(
      customer: ABSENT,
      email: ABSENT
    )
      @caller.call(
        "blacklist.check",
        { customer: customer, email: email },
        {},
        {}
      )
    end
  end

  # The operations of `membership`.
  class MembershipOperations
    def initialize(caller)
      @caller = caller
    end

    # A guest opens an account with the shop.
    #
    # Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.
    #
    # Rules M1, M3, K3.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def register(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.register",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # A customer joins the program: all member functions work from now on.
    #
    # Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty
    # ledgers) for merged ones.
    #
    # Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile.
    #
    # Rules M0, M1, M3.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def enroll(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.enroll",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
    # frozen or are forfeited, as the program says.
    #
    # Errors: `invalid_transition` from any state but `enrolled`.
    #
    # Rules M1, M3, E1.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def unenroll(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.unenroll",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
    # Points as for leaving.
    #
    # Errors: `invalid_transition` from any state but `enrolled`.
    #
    # Rules M1, M3.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def remove(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.remove",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
    # reactivation.
    #
    # Errors: `invalid_transition` unless registered or enrolled.
    #
    # Rules M1, M3.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def deactivate(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.deactivate",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
    # had left when it began.
    #
    # Errors: `invalid_transition` unless on hold.
    #
    # Rules M1, M3.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MembershipChanged
    # @raise [LoyaltyError] when the library refuses
    def reactivate(
      customer:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.reactivate",
        { customer: customer, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # What a customer may do now, by the state of their membership: sign in, earn and spend, receive offers, and so
    # on.
    #
    # The engine obeys the same table in every command; hosts ask here before they show a page. Whether a person may
    # buy at all is another question: `blacklist.check`.
    #
    # Rule M2.
    #
    # @param customer [String] The customer.
    # @return [Shapes::MembershipCapabilityList]
    # @raise [LoyaltyError] when the library refuses
    def capabilities(
      customer:
    )
      @caller.call(
        "membership.capabilities",
        { customer: customer },
        {},
        {}
      )
    end

    # Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
    # customer does not see reasons.
    #
    # Rule M3.
    #
    # @param customer [String] The customer.
    # @return [Shapes::MembershipHistory]
    # @raise [LoyaltyError] when the library refuses
    def history(
      customer:
    )
      @caller.call(
        "membership.history",
        { customer: customer },
        {},
        {}
      )
    end
  end

  # The operations of `points`.
  class PointsOperations
    def initialize(caller)
      @caller = caller
    end

    # Gives or takes points by hand.
    #
    # A positive amount becomes a lot, with the expiry given here or the point type's own; at most one of the four
    # expiry arguments may stand. A negative amount is taken from the lots that end first and is refused, never
    # clamped, when the balance does not cover it. The program says whether a reason is needed. For two steps (Next
    # → Confirm) ask with `preview: true`, show the receipt, and confirm with its `plan`.
    #
    # Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow it; `limit_exceeded`
    # beyond what the actor's roles may give or take; `version_conflict` when `if_version` is not the account's
    # version.
    #
    # Rules L2, L3, L4, L7, P1.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param amount [String] How much: positive gives, negative takes; not zero.
    # @param comment [String, nil] What the customer reads; "Manual adjustments" when absent.
    # @param effective_at [String, nil] When it takes effect; now when absent, never in the future. A debit not
    #   before the account's last debit, lapse or reversal of a debit.
    # @param expires_after_days [Integer, nil] A credit ends so many days after its local date, 1 to 36,500.
    # @param expires_at [String, nil] The instant at which a credit ends.
    # @param never_expires [Boolean] A credit that never ends.
    # @param note [String, nil] An internal note; staff only.
    # @param order [String, nil] The order it is about.
    # @param reason [String, nil] Why; staff only. The program may require it.
    # @param valid_through [String, nil] The last local day on which a credit counts.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsPosted
    # @raise [LoyaltyError] when the library refuses
    def adjust(
      customer:,
      type:,
      amount:,
      comment: ABSENT,
      effective_at: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      never_expires: nil,
      note: ABSENT,
      order: ABSENT,
      reason: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.adjust",
        { customer: customer, type: type, amount: amount, comment: comment, effective_at: effective_at, expires_after_days: expires_after_days, expires_at: expires_at, note: note, order: order, reason: reason, valid_through: valid_through },
        { never_expires: never_expires },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Credits points that the host itself computed. Where the program's rules decide, record the order instead
    # (`order.record`).
    #
    # The credit becomes active after the point type's activation delay and ends as its policy says, or as said
    # here.
    #
    # Errors: `not_eligible` where the membership state does not allow earning; `invalid_request` for an amount of
    # zero or less; `limit_exceeded` beyond what the actor's roles may give.
    #
    # Rules L4, L5, L7, P1.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param amount [String] How much, more than zero.
    # @param comment [String, nil] What the customer reads.
    # @param effective_at [String, nil] When it takes effect; now when absent, never in the future.
    # @param expires_after_days [Integer, nil] It ends so many days after its local date, 1 to 36,500.
    # @param expires_at [String, nil] The instant at which it ends.
    # @param order [String, nil] The order for which it is.
    # @param valid_through [String, nil] The last local day on which it counts.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsPosted
    # @raise [LoyaltyError] when the library refuses
    def earn(
      customer:,
      type:,
      amount:,
      comment: ABSENT,
      effective_at: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      order: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.earn",
        { customer: customer, type: type, amount: amount, comment: comment, effective_at: effective_at, expires_after_days: expires_after_days, expires_at: expires_at, order: order, valid_through: valid_through },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Spends points at once. For a checkout that may still fail, set them aside first (`points.hold`) and capture
    # them later.
    #
    # The lots that end first are spent first, those that never end last, then the oldest; the entry names them.
    #
    # Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the membership
    # state does not allow spending.
    #
    # Rules L3, L7.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param amount [String] How much, more than zero.
    # @param comment [String, nil] What the customer reads.
    # @param order [String, nil] The order on which it is spent.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsPosted
    # @raise [LoyaltyError] when the library refuses
    def spend(
      customer:,
      type:,
      amount:,
      comment: ABSENT,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.spend",
        { customer: customer, type: type, amount: amount, comment: comment, order: order },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.
    #
    # What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the
    # totals as they were at that moment, by the times at which entries took effect.
    #
    # Rules L4, L6, L7, L12.
    #
    # @param customer [String] The customer.
    # @param as_of [String, nil] A moment that has passed.
    # @param type [String, nil] One point type; all when absent.
    # @return [Shapes::PointsBalances]
    # @raise [LoyaltyError] when the library refuses
    def balance(
      customer:,
      as_of: ABSENT,
      type: ABSENT
    )
      @caller.call(
        "points.balance",
        { customer: customer, as_of: as_of, type: type },
        {},
        {}
      )
    end

    # The journal of a customer, newest first: every entry with amount, running balance, both times, expiry, lots,
    # reason, comment and actor.
    #
    # A customer does not see reasons and notes. What has lapsed by now stands in it, whether or not the sweep has
    # run.
    #
    # Rules L6, L12.
    #
    # @param customer [String] The customer.
    # @param before [String, nil] Only entries that took effect before this time.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param from [String, nil] Only entries that took effect at this time or later.
    # @param kinds [Array<String>] Only entries of these kinds; all when absent. One of Shapes::EntryKind.
    # @param limit [Integer, nil] Entries on the page, 1 to 500; 50 when absent.
    # @param type [String, nil] One point type; all when absent.
    # @return [Shapes::PointsHistoryPage]
    # @raise [LoyaltyError] when the library refuses
    def history(
      customer:,
      before: ABSENT,
      cursor: ABSENT,
      from: ABSENT,
      kinds: nil,
      limit: ABSENT,
      type: ABSENT
    )
      @caller.call(
        "points.history",
        { customer: customer, before: before, cursor: cursor, from: from, limit: limit, type: type },
        { kinds: kinds },
        {}
      )
    end

    # Where a balance, an entry or a lot came from.
    #
    # Name a point type for its balance, or an entry (a lot bears the id of the entry that made it). A balance is
    # explained by its lots, at most 500, in spending order; an entry by itself, by the entries that made the lots
    # it drew on, and by what is left of its own lot.
    #
    # Errors: `invalid_request` unless exactly one of `type` and `entry` is given; `not_found`.
    #
    # Rule L13.
    #
    # @param customer [String] The customer.
    # @param entry [String, nil] The entry or lot that is explained.
    # @param type [String, nil] The point type whose balance is explained.
    # @return [Shapes::PointsExplained]
    # @raise [LoyaltyError] when the library refuses
    def explain(
      customer:,
      entry: ABSENT,
      type: ABSENT
    )
      @caller.call(
        "points.explain",
        { customer: customer, entry: entry, type: type },
        {},
        {}
      )
    end

    # The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
    #
    # Held points stand apart: they do not lapse while held.
    #
    # Rules L8, L12.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @return [Shapes::PointsSchedule]
    # @raise [LoyaltyError] when the library refuses
    def expiring(
      customer:,
      type:
    )
      @caller.call(
        "points.expiring",
        { customer: customer, type: type },
        {},
        {}
      )
    end

    # Sets points aside for a checkout in progress.
    #
    # The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
    # checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
    # the time is over.
    #
    # Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending.
    #
    # Rule L8.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param amount [String] How much, more than zero.
    # @param order [String, nil] The order for which it is.
    # @param seconds [Integer, nil] How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::HoldView
    # @raise [LoyaltyError] when the library refuses
    def hold(
      customer:,
      type:,
      amount:,
      order: ABSENT,
      seconds: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.hold",
        { customer: customer, type: type, amount: amount, order: order, seconds: seconds },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
    # the time is over.
    #
    # Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
    # hold.
    #
    # Rules L8, M2.
    #
    # @param customer [String] The customer.
    # @param hold [String] The hold's id.
    # @param amount [String, nil] How much; all that is left when absent.
    # @param comment [String, nil] What the customer reads.
    # @param order [String, nil] The order on which it is spent; the hold's when absent.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsCaptured
    # @raise [LoyaltyError] when the library refuses
    def capture(
      customer:,
      hold:,
      amount: ABSENT,
      comment: ABSENT,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.capture",
        { customer: customer, hold: hold, amount: amount, comment: comment, order: order },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
    # instant.
    #
    # Works in every live state, on an account on hold too: what was begun is settled.
    #
    # Errors: `already_used` when less is left in the hold; `not_found`.
    #
    # Rules L8, M2.
    #
    # @param customer [String] The customer.
    # @param hold [String] The hold's id.
    # @param amount [String, nil] How much; all that is left when absent.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::HoldView
    # @raise [LoyaltyError] when the library refuses
    def release(
      customer:,
      hold:,
      amount: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.release",
        { customer: customer, hold: hold, amount: amount },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Takes an earning, adjustment, redemption or capture back, once, or in parts up to its amount.
    #
    # A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
    # type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
    # counts as taken), then others, then as the point type's `reversal_shortfall` says.
    #
    # Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
    # `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.
    #
    # Rules L9, M2, P1.
    #
    # @param customer [String] The customer.
    # @param entry [String] The entry's id.
    # @param amount [String, nil] How much of it; all that is left when absent.
    # @param comment [String, nil] What the customer reads.
    # @param note [String, nil] An internal note; staff only.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsReversed
    # @raise [LoyaltyError] when the library refuses
    def reverse(
      customer:,
      entry:,
      amount: ABSENT,
      comment: ABSENT,
      note: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.reverse",
        { customer: customer, entry: entry, amount: amount, comment: comment, note: note, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `maintenance`.
  class MaintenanceOperations
    def initialize(caller)
      @caller = caller
    end

    # Does all work that is due by time: lots that lapse, pending points that become active, holds that time out.
    #
    # Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
    # customers; running it twice, late or from two processes changes nothing. Answers about one customer never
    # depend on it; lists, reports and views do.
    #
    # Rule L6.
    #
    # @param limit [Integer, nil] How many customers to settle at most, 1 to 10,000; 1,000 when absent.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::MaintenanceSwept]
    # @raise [LoyaltyError] when the library refuses
    def run(
      limit: ABSENT,
      preview: false
    )
      @caller.call(
        "maintenance.run",
        { limit: limit },
        {},
        { preview: preview }
      )
    end
  end

  # The operations of `order`.
  class OrderOperations
    def initialize(caller)
      @caller = caller
    end

    # Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
    #
    # Send the whole order each time something changes; as often as you like and from as many places as you like: an
    # order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
    # it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
    # (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
    # answer says why.
    #
    # Errors: `already_exists` when the number is another customer's; `not_eligible` when lines or amounts of an
    # order that has earned would change; `invalid_request` for negative prices or quantities, line ids that stand
    # twice, too many decimal places, a link that is none.
    #
    # Rules O1, O2, O5, R8.
    #
    # @param customer [String] The customer.
    # @param number [String] The host's number of the order.
    # @param placed_at [String] When it was placed; not in the future.
    # @param currency [String] The currency, three capital letters.
    # @param lines [Array<Shapes::OrderOrderLine>] The lines, 1 to 500.
    # @param channel [String, nil] Where it was placed.
    # @param discount [String] Discount on the whole.
    # @param fulfilled [Boolean] Whether it is fulfilled.
    # @param link [String, nil] A link into the host's own page of this order: `https://…`, `http://…` or `/…`;
    #   staff only.
    # @param master_number [String, nil] The number of the order to which several belong.
    # @param payments [Array<Shapes::OrderPayment>] The payments.
    # @param shipping [String] Shipping.
    # @param tax [String] Tax.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::OrderRecorded
    # @raise [LoyaltyError] when the library refuses
    def record(
      customer:,
      number:,
      placed_at:,
      currency:,
      lines:,
      channel: ABSENT,
      discount: nil,
      fulfilled: nil,
      link: ABSENT,
      master_number: ABSENT,
      payments: nil,
      shipping: nil,
      tax: nil,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "order.record",
        { customer: customer, number: number, placed_at: placed_at, currency: currency, lines: lines, channel: channel, link: link, master_number: master_number },
        { discount: discount, fulfilled: fulfilled, payments: payments, shipping: shipping, tax: tax },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # An order of a customer, with its payments and what it earned.
    #
    # Errors: `not_found` when the customer has no such order.
    #
    # Rules O1, O7.
    #
    # @param customer [String] The customer.
    # @param number [String] The order's number.
    # @return [Shapes::OrderView]
    # @raise [LoyaltyError] when the library refuses
    def get(
      customer:,
      number:
    )
      @caller.call(
        "order.get",
        { customer: customer, number: number },
        {},
        {}
      )
    end

    # The orders of a customer, newest first.
    #
    # Rule O7.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param limit [Integer, nil] Orders on the page, 1 to 500; 50 when absent.
    # @return [Shapes::OrderPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      cursor: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "order.list",
        { customer: customer, cursor: cursor, limit: limit },
        {},
        {}
      )
    end
  end

  # The operations of `subscription`.
  class SubscriptionOperations
    def initialize(caller)
      @caller = caller
    end

    # Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
    # kept in its history.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `invalid_request` for times in the future and a link that is none.
    #
    # Rules O7, K2, W3.
    #
    # @param customer [String] The customer.
    # @param id [String] Your id of the subscription, unique with this customer.
    # @param status [String] Where it stands. One of Shapes::SubscriptionStatus.
    # @param changed_at [String, nil] When the status changed; when absent, now, or for a new subscription when it
    #   began.
    # @param link [String, nil] A link into your own page of this subscription: `https://…`, `http://…` or `/…`;
    #   staff only.
    # @param name [String, nil] What is subscribed to, as people call it.
    # @param next_payment_at [String, nil] When the next payment is due.
    # @param started_at [String, nil] When it began; when absent, what was recorded before, or now.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::SubscriptionRecorded
    # @raise [LoyaltyError] when the library refuses
    def record(
      customer:,
      id:,
      status:,
      changed_at: ABSENT,
      link: ABSENT,
      name: ABSENT,
      next_payment_at: ABSENT,
      started_at: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "subscription.record",
        { customer: customer, id: id, status: status, changed_at: changed_at, link: link, name: name, next_payment_at: next_payment_at, started_at: started_at },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The subscriptions of a customer, newest first, each with the last 20 changes of its status.
    #
    # Rules O7, W3.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param limit [Integer, nil] Subscriptions on the page, 1 to 500; 50 when absent.
    # @return [Shapes::SubscriptionPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      cursor: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "subscription.list",
        { customer: customer, cursor: cursor, limit: limit },
        {},
        {}
      )
    end
  end

  # The operations of `wishlist`.
  class WishlistOperations
    def initialize(caller)
      @caller = caller
    end

    # Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
    # it.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    # `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.
    #
    # Rules O7, K2.
    #
    # @param customer [String] The customer.
    # @param items [Array<Shapes::WishlistWish>] The articles, at most 500.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::WishlistWished
    # @raise [LoyaltyError] when the library refuses
    def set(
      customer:,
      items:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "wishlist.set",
        { customer: customer, items: items },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `outbox`.
  class OutboxOperations
    def initialize(caller)
      @caller = caller
    end

    # Takes messages that wait for the host, under a lease: what is not acknowledged in time is given again.
    #
    # At least once, in order per customer: while one message of a customer is leased, no later one is given. Of
    # each customer at most one is given per call.
    #
    # Rule P6.
    #
    # @param lease_seconds [Integer] For how long, in seconds, 1 to 86,400.
    # @param limit [Integer, nil] How many at most, 1 to 500; 50 when absent.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::OutboxTaken]
    # @raise [LoyaltyError] when the library refuses
    def take(
      lease_seconds:,
      limit: ABSENT,
      preview: false
    )
      @caller.call(
        "outbox.take",
        { lease_seconds: lease_seconds, limit: limit },
        {},
        { preview: preview }
      )
    end

    # Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
    #
    # Acknowledging a message twice is fine.
    #
    # Rule P6.
    #
    # @param messages [Array<String>] The messages' ids, 1 to 500.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::OutboxAcked]
    # @raise [LoyaltyError] when the library refuses
    def ack(
      messages:,
      preview: false
    )
      @caller.call(
        "outbox.ack",
        { messages: messages },
        {},
        { preview: preview }
      )
    end
  end

  # The operations of `audit`.
  class AuditOperations
    def initialize(caller)
      @caller = caller
    end

    # The commands, newest first: done, or refused. Of one customer, of one actor, or all.
    #
    # Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
    # only when the actor had no right to it.
    #
    # Rule P7.
    #
    # @param actor [String, nil] One actor; not together with `customer` or refused commands.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] One customer.
    # @param limit [Integer, nil] Rows on the page, 1 to 500; 50 when absent.
    # @param outcome [String] Done (when absent) or refused. One of Shapes::Outcome.
    # @return [Shapes::AuditPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      actor: ABSENT,
      cursor: ABSENT,
      customer: ABSENT,
      limit: ABSENT,
      outcome: nil
    )
      @caller.call(
        "audit.list",
        { actor: actor, cursor: cursor, customer: customer, limit: limit },
        { outcome: outcome },
        {}
      )
    end
  end

  # The operations of `journal`.
  class JournalOperations
    def initialize(caller)
      @caller = caller
    end

    # Recomputes a customer's balances, lots, holds and hash chain from the entries, and reports the first
    # difference.
    #
    # Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
    # shows too. Reads the whole journal.
    #
    # Rule L14.
    #
    # @param customer [String] The customer.
    # @param expected_head [String, nil] A head that an earlier call returned: it must still be part of the chain.
    # @return [Shapes::JournalVerified]
    # @raise [LoyaltyError] when the library refuses
    def verify(
      customer:,
      expected_head: ABSENT
    )
      @caller.call(
        "journal.verify",
        { customer: customer, expected_head: expected_head },
        {},
        {}
      )
    end
  end

  # The operations of `program`.
  class ProgramOperations
    def initialize(caller)
      @caller = caller
    end

    # The program that is current, with its version.
    #
    # Version 0 is the starter program, before any other is set.
    #
    # @return [Shapes::ProgramCurrent]
    # @raise [LoyaltyError] when the library refuses
    def get
      @caller.call(
        "program.get",
        {},
        {},
        {}
      )
    end

    # Sets the program: the whole document. Every command that begins later runs under it.
    #
    # Once there are books, point types stay: none may go away or change its kind, places or currency, those of the
    # starter program included. What is on the books stays as it is: lots keep the ends they were given.
    #
    # Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
    # current version.
    #
    # Rules L5, W9.
    #
    # @param program [Object, nil] The document; see the reference of the program.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::ProgramCurrent
    # @raise [LoyaltyError] when the library refuses
    def set(
      program:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "program.set",
        { program: program },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations as one actor may call them. Made by {Engine#acting}.
  class Client
    # @return [CustomerOperations] the operations of `customer`
    attr_reader :customer
    # @return [AddressOperations] the operations of `address`
    attr_reader :address
    # @return [PaymentMethodOperations] the operations of `payment_method`
    attr_reader :payment_method
    # @return [EmailOperations] the operations of `email`
    attr_reader :email
    # @return [BlacklistOperations] the operations of `blacklist`
    attr_reader :blacklist
    # @return [MembershipOperations] the operations of `membership`
    attr_reader :membership
    # @return [PointsOperations] the operations of `points`
    attr_reader :points
    # @return [MaintenanceOperations] the operations of `maintenance`
    attr_reader :maintenance
    # @return [OrderOperations] the operations of `order`
    attr_reader :order
    # @return [SubscriptionOperations] the operations of `subscription`
    attr_reader :subscription
    # @return [WishlistOperations] the operations of `wishlist`
    attr_reader :wishlist
    # @return [OutboxOperations] the operations of `outbox`
    attr_reader :outbox
    # @return [AuditOperations] the operations of `audit`
    attr_reader :audit
    # @return [JournalOperations] the operations of `journal`
    attr_reader :journal
    # @return [ProgramOperations] the operations of `program`
    attr_reader :program

    def initialize(caller)
      @customer = CustomerOperations.new(caller)
      @address = AddressOperations.new(caller)
      @payment_method = PaymentMethodOperations.new(caller)
      @email = EmailOperations.new(caller)
      @blacklist = BlacklistOperations.new(caller)
      @membership = MembershipOperations.new(caller)
      @points = PointsOperations.new(caller)
      @maintenance = MaintenanceOperations.new(caller)
      @order = OrderOperations.new(caller)
      @subscription = SubscriptionOperations.new(caller)
      @wishlist = WishlistOperations.new(caller)
      @outbox = OutboxOperations.new(caller)
      @audit = AuditOperations.new(caller)
      @journal = JournalOperations.new(caller)
      @program = ProgramOperations.new(caller)
    end
  end
end
