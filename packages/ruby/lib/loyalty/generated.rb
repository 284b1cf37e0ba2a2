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

    # What an actor did for one reason.
    #
    # - `:kind` (String) What kind of entry.
    # - `:type` (String) The point type.
    # - `:holder` (String) Whose accounts.
    # - `:commands` (Integer) How many commands. One that moves value on two accounts, as a merge does, counts for
    #   each.
    # - `:given` (String) The sum of what was credited.
    # - `:taken` (String) The sum of what was debited, as a positive number.
    # - `:actor` (String, if there is one) The actor; absent for customers who acted for themselves, all of them
    #   together.
    # - `:reason` (String, if there is one) The reason that was given; absent where there was none, or it was
    #   erased.
    ActivityRow = %i[kind type holder commands given taken actor reason].freeze

    # What kind of actor asks.
    module ActorKind
      # A person who works for the shop.
      AGENT = "agent"
      # The customer, who may only touch their own account.
      CUSTOMER = "customer"
      # The shop's own software.
      SYSTEM = "system"
    end

    # What a merge added to the survivor's records.
    #
    # - `:addresses` (Array<String>, if there is one) Addresses.
    # - `:blacklisted` (Boolean, if there is one) Whether the survivor is blacklisted because the source was.
    # - `:payment_methods` (Array<String>, if there is one) Payment methods.
    # - `:wishes` (Array<String>, if there is one) Articles on the wishlist.
    Added = %i[addresses blacklisted payment_methods wishes].freeze

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

    # What was earned a time ago.
    #
    # - `:days` (Integer) So many days ago at least, by the calendar of the program's zone.
    # - `:lots` (Integer) How many lots: credits, or what is left of them in one place.
    # - `:active` (String) What of it can be spent now.
    # - `:pending` (String) What of it becomes active later.
    # - `:held` (String) What of it holds have set aside.
    Aged = %i[days lots active pending held].freeze

    # The result of `approval.grant`.
    #
    # - `:approval` (String) The request's id.
    # - `:operation` (String) The operation that was asked for and is done now.
    # - `:asked_by` (String) Who asked for it.
    # - `:result` (Object) The command's own answer.
    # - `:code` (String, if there is one) Of `gift_card.issue`: the code, whole, in the first answer alone: hand it
    #   to the recipient and do not keep it.
    # - `:customer` (String, if there is one) The customer it is about.
    # - `:gift_card` (String, if there is one) The number of the gift card it is about.
    ApprovalGranted = %i[approval operation asked_by result code customer gift_card].freeze

    # A page of requests for approval.
    #
    # - `:approvals` (Array<Shapes::ApprovalView>) The requests, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    ApprovalPage = %i[approvals next].freeze

    # The result of `approval.reject`.
    #
    # - `:approval` (String) The request's id.
    # - `:operation` (String) The operation that was asked for.
    # - `:asked_by` (String) Who asked for it.
    # - `:customer` (String, if there is one) The customer it is about.
    # - `:gift_card` (String, if there is one) The number of the gift card it is about.
    ApprovalRejected = %i[approval operation asked_by customer gift_card].freeze

    # Where a request for approval stands.
    module ApprovalState
      # It waits for somebody to decide.
      OPEN = "open"
      # It was granted, and done.
      GRANTED = "granted"
      # It was rejected, or withdrawn by whoever had asked.
      REJECTED = "rejected"
      # Nobody decided in time.
      EXPIRED = "expired"
    end

    # A request for approval: everything that whoever decides needs.
    #
    # - `:approval` (String) The request's id.
    # - `:state` (String) Where it stands.
    # - `:operation` (String) The operation that was asked for.
    # - `:arguments` (Object) Its arguments, with reasons and notes. A card that was named by its code is named by
    #   its number.
    # - `:limit` (String) What is limited.
    # - `:allowed` (String) The bound of whoever asked.
    # - `:requested` (String) What they asked for.
    # - `:actor` (String) Who asked.
    # - `:kind` (String) Agent or system.
    # - `:roles` (Array<String>) The roles under which they asked.
    # - `:asked_at` (String) When it was asked for.
    # - `:valid_until` (String) From when on it is too late to decide.
    # - `:came_from` (String, if there is one) The customer whose it was before a merge.
    # - `:customer` (String, if there is one) The customer it is about.
    # - `:decided_at` (String, if there is one) When.
    # - `:decided_by` (String, if there is one) Who has decided.
    # - `:gift_card` (String, if there is one) The number of the gift card it is about.
    # - `:note` (String, if there is one) What was said about it when it was decided.
    # - `:reason` (String, if there is one) Why it was rejected.
    # - `:through` (String, if there is one) The page, device or channel through which it came.
    ApprovalView = %i[approval state operation arguments limit allowed requested actor kind roles asked_at valid_until came_from customer decided_at decided_by gift_card note reason through].freeze

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
    # - `:batch` (String, if there is one) The batch of adjustments of which it began, noted or reversed a piece.
    # - `:code` (String, if there is one) Refused: the error code.
    # - `:customer` (String, if there is one) The customer it was about; absent for the program.
    # - `:gift_card` (String, if there is one) The number of the gift card it was about.
    # - `:kind` (String, if there is one) Agent, customer or system; absent when erased.
    # - `:number` (Integer, if there is one) Done: its number in the customer's or gift card's log.
    # - `:through` (String, if there is one) The page, device or channel through which it came, or the agent who
    #   acted as the customer.
    AuditRow = %i[at operation actor batch code customer gift_card kind number through].freeze

    # Who writes in a ticket.
    module Author
      # The customer.
      CUSTOMER = "customer"
      # Somebody of the shop.
      SHOP = "shop"
    end

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
    # - `:earned` (String) Earned, or paid in, in all, less what was reversed.
    # - `:adjusted` (String) Adjusted by hand and redeemed from gift cards in all, less what was reversed.
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

    # What is given once to a person, and never again: for a birthday once a year.
    #
    # - `:id` (String) The bonus' id; entries name it as their rule.
    # - `:type` (String) The point type that is given.
    # - `:points` (String) How many.
    # - `:on` (String) On which occasion.
    # - `:from` (String, if there is one) For a birthday: the first local day whose birthdays count, so that a new
    #   bonus is not given for those that are past.
    # - `:keep_on_refund` (Boolean, if there is one) On a first order: whether it stays when that order is refunded.
    # - `:to` (String, if there is one) Whom it is for. To a referrer it is given once for each person referred.
    Bonus = %i[id type points on from keep_on_refund to].freeze

    # The occasion of a bonus.
    module BonusOn
      # The customer has become a member.
      ENROLLED = "enrolled"
      # The customer's first order has earned.
      FIRST_ORDER = "first_order"
      # It is the customer's birthday, and the sweep (`maintenance.run`) comes by.
      BIRTHDAY = "birthday"
    end

    # Whom a bonus is for.
    module BonusTo
      # The customer.
      CUSTOMER = "customer"
      # The customer, if somebody has referred them.
      REFERRED = "referred"
      # Whoever has referred the customer.
      REFERRER = "referrer"
    end

    # What became of a piece, and of the file so far.
    #
    # - `:batch` (String) The batch.
    # - `:row` (Integer) The row that was looked at last.
    # - `:done` (Integer) Rows done so far, those included that were done before, and those that were taken back
    #   since.
    # - `:refused` (Integer) Rows refused so far.
    # - `:totals` (Array<Shapes::BulkSum>) What the rows done gave and took so far, whether it was taken back since
    #   or not: in the state `reversed` nothing of it stands.
    # - `:digest` (String) The digest of the file up to here.
    # - `:errors` (Array<Shapes::RowError>, if there is one) What was refused in this piece, and what could not be
    #   taken back of a batch that has failed.
    # - `:file_plan` (String, if there is one) Of a dry run, with its last piece: what the real run needs. Absent
    #   where all or nothing is asked for and rows were refused, and where it was broken off.
    # - `:next` (Shapes::BulkNext, if there is one) For the next piece; absent with the last one, where a batch has
    #   failed, and where it was broken off: then send the file again.
    # - `:state` (String, if there is one) How far the batch has come; absent in a dry run.
    BulkAdjusted = %i[batch row done refused totals digest errors file_plan next state].freeze

    # A batch.
    #
    # - `:batch` (String) Its id.
    # - `:state` (String) How far it has come.
    # - `:policy` (String) What becomes of the others when a row is refused.
    # - `:file_plan` (String) The plan of its file.
    # - `:started_by` (String) The id of the actor who began it.
    # - `:kind` (String) Agent or system.
    # - `:started_at` (String) When it began.
    # - `:changed_at` (String) When its last piece was done.
    # - `:row` (Integer) The row that was looked at last.
    # - `:done` (Integer) Rows done, whether reversed or not.
    # - `:refused` (Integer) Rows refused when they were looked at last.
    # - `:reversed` (Integer) Rows reversed.
    # - `:totals` (Array<Shapes::BulkSum>) What the rows gave and took, whether reversed or not.
    BulkBatchView = %i[batch state policy file_plan started_by kind started_at changed_at row done refused reversed totals].freeze

    # Where a file goes on, and what has become of it so far.
    #
    # - `:place` (Shapes::BulkPlace) Where the file goes on.
    # - `:digest` (String) The digest of the file up to here.
    # - `:done` (Integer) Rows done so far.
    # - `:refused` (Integer) Rows refused so far.
    # - `:totals` (Array<Shapes::BulkSum>) What they gave and took so far.
    BulkNext = %i[place digest done refused totals].freeze

    # Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    # whose end has not come yet, so that whoever sends a file may cut it anywhere.
    #
    # - `:row` (Integer) The row that was read last, as a spreadsheet counts: the header is row 1, and a line break
    #   inside of a cell begins no row.
    # - `:header` (String, if there is one) The file's first line, when it has come.
    # - `:rest` (String, if there is one) What is left: it goes in front of the next piece.
    BulkPlace = %i[row header rest].freeze

    # How far a batch has come.
    module BulkState
      # Its file has not come to its end.
      RUNNING = "running"
      # Its file was done to its end.
      DONE = "done"
      # All or nothing was asked for, and a row was refused: what was done is being reversed.
      FAILED = "failed"
      # It is being reversed; rows are left that were not, or could not be.
      REVERSING = "reversing"
      # All that it did is reversed.
      REVERSED = "reversed"
    end

    # What rows have given and taken in one point type.
    #
    # - `:type` (String) The point type.
    # - `:given` (String) Given in all.
    # - `:taken` (String) Taken in all.
    BulkSum = %i[type given taken].freeze

    # What was reversed.
    #
    # - `:batch` (String) The batch.
    # - `:state` (String) How far it has come.
    # - `:reversed` (Integer) Rows of the batch that are reversed so far.
    # - `:refused` (Integer) Rows that this call could not reverse.
    # - `:errors` (Array<Shapes::RowError>, if there is one) Why not.
    # - `:next` (Integer, if there is one) The row up to which this call has come, where there are more.
    BulkUndone = %i[batch state reversed refused errors next].freeze

    # A row of a bundle, in the form in which rows travel.
    #
    # - `:table` (String) The table.
    # - `:values` (Array<Object>) The typed values.
    # - `:body` (String) Everything else.
    BundledRow = %i[table values body].freeze

    # A hold that was captured.
    #
    # - `:hold` (Shapes::HoldView) The hold as it is now.
    # - `:entry` (String) The entry.
    CapturedPart = %i[hold entry].freeze

    # Where a gift card stands.
    module CardState
      # Issued blank, and not sold yet.
      INACTIVE = "inactive"
      # It pays.
      ACTIVE = "active"
      # It does not pay until it is unblocked.
      BLOCKED = "blocked"
      # It never pays again.
      DEACTIVATED = "deactivated"
      # All that was on it has ended by time.
      EXPIRED = "expired"
    end

    # Why a customer has a reward.
    module Cause
      # They paid for it.
      REDEEMED = "redeemed"
      # It was given by hand.
      GRANTED = "granted"
      # They rose to a status.
      STATUS = "status"
      # They filled a stamp card, or reached a slot of it.
      STAMP_CARD = "stamp_card"
    end

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
      # The account is its own again.
      UNMERGE = "unmerge"
      # The account is erased.
      DELETE = "delete"
    end

    # What an order charges besides its lines.
    module Charge
      # Shipping.
      SHIPPING = "shipping"
      # Tax.
      TAX = "tax"
    end

    # What became of a column of the file.
    #
    # - `:name` (String) Its name in the file.
    # - `:left_out` (String, if there is one) Why it is left out.
    # - `:read_as` (String, if there is one) What it is read as; absent when it is left out.
    ColumnRead = %i[name left_out read_as].freeze

    # How the rules of a point type come together.
    module Combine
      # Every rule that fits gives its part; multipliers multiply each other.
      STACK = "stack"
      # Each line counts for the first rule that fits it, and is multiplied by the first multiplier that does.
      FIRST_MATCH = "first_match"
    end

    # Who turns a full card into its reward.
    module Completes
      # It turns by itself, with its last stamp.
      AUTOMATICALLY = "automatically"
      # Whoever asks for it (`stamp_card.complete`).
      ON_REQUEST = "on_request"
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

    # The price of a reward.
    #
    # - `:type` (String) The point type in which it is paid.
    # - `:amount` (String) How much.
    Cost = %i[type amount].freeze

    # What is counted (rule Y1).
    #
    # The key `:source` tells which.
    module Counts
      # What was earned of a point type, less what of it was taken back; adjustments by hand do not count.
      #
      # - `:type` (String) The point type.
      Earned = %i[source type].freeze

      # Money spent on goods, less what was given back; in the one currency of the program.
      Spend = %i[source].freeze

      # Orders.
      Orders = %i[source].freeze

      # Sign-ins.
      Visits = %i[source].freeze

      # Nothing: an agent sets the counter.
      Manual = %i[source].freeze

    end

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

    # The receipt of `customer.delete`.
    #
    # - `:customer` (String) The customer.
    # - `:from` (String) The state before; `deleted` when the call went on with an erasure.
    # - `:state` (String) The state now.
    # - `:version` (Integer) The version of the membership, for `if_version`.
    # - `:complete` (Boolean) Whether everything is erased; if not, call again, or `maintenance.run`.
    CustomerDeleted = %i[customer from state version complete].freeze

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
    # - `:gift_cards` (Array<Shapes::GiftCardView>, if there is one) The gift cards; absent without the right
    #   `gift_card.list`.
    # - `:guest` (Boolean, if there is one) Stands only on guests.
    # - `:history` (Array<Shapes::EntryView>, if there is one) The entries of all journals; absent without the right
    #   `points.history`.
    # - `:last_login_at` (String, if there is one) The last sign-in that the host told of.
    # - `:membership` (Shapes::Membership, if there is one) Where the customer stands.
    # - `:merges` (Array<Shapes::MergeView>, if there is one) The merges; absent without the right `merge.history`.
    # - `:more` (Array<String>, if there is one) The tabs that have more rows than are shown.
    # - `:orders` (Array<Shapes::OrderView>, if there is one) The orders; absent without the right `order.list`.
    # - `:payment_methods` (Array<Shapes::PaymentMethod>, if there is one) The saved payment methods.
    # - `:profile` (Shapes::Profile, if there is one) Who the customer is.
    # - `:rewards` (Array<Shapes::RewardView>, if there is one) The rewards; absent without the right `reward.list`.
    # - `:stamps` (Array<Shapes::StampCardView>, if there is one) The stamp cards; absent without the right
    #   `stamp_card.progress`.
    # - `:statuses` (Array<Shapes::StatusView>, if there is one) Where the customer stands in each status system;
    #   absent without the right `status.list`.
    # - `:subscriptions` (Array<Shapes::SubscriptionView>, if there is one) The subscriptions; absent without the
    #   right `subscription.list`.
    # - `:tickets` (Array<Shapes::TicketView>, if there is one) The tickets; absent without the right `ticket.list`.
    # - `:wishlist` (Array<Shapes::Wish>, if there is one) What the customer would like.
    CustomerDetailed = %i[customer created_at actions addresses audit balances blacklisting email gift_cards guest history last_login_at membership merges more orders payment_methods profile rewards stamps statuses subscriptions tickets wishlist].freeze

    # The receipt of `customer.edit`.
    #
    # - `:customer` (String) The customer.
    # - `:version` (Integer) The version of the profile now; an edit that changes nothing leaves it.
    # - `:changed` (Array<String>) The fields that are different now.
    CustomerEdited = %i[customer version changed].freeze

    # A page of `customer.export_csv`.
    #
    # - `:csv` (String) The next part of the file.
    # - `:rows` (Integer) Customers in it.
    # - `:next` (String, if there is one) Where the next page begins; absent on the last.
    CustomerExported = %i[csv rows next].freeze

    # The answer of `customer.export_data`.
    #
    # - `:customer` (String) The customer.
    # - `:exported_at` (String) When this was so.
    # - `:data` (Object) An object with a list for each section, by its name.
    # - `:more` (Array<Shapes::MoreData>, if there is one) The sections that go on.
    # - `:withheld` (Array<String>, if there is one) The sections that this actor may not see.
    CustomerExportedData = %i[customer exported_at data more withheld].freeze

    # The receipt of `customer.assign_group`.
    #
    # - `:customer` (String) The customer.
    # - `:version` (Integer) The version of the profile now.
    # - `:group` (String, if there is one) The group now.
    # - `:group_before` (String, if there is one) The group before.
    CustomerGroupAssigned = %i[customer version group group_before].freeze

    # What became of rows, in numbers.
    #
    # - `:created` (Integer) Customers created.
    # - `:updated` (Integer) Customers who took on what their row says.
    # - `:unchanged` (Integer) Customers who were as their row says.
    # - `:skipped` (Integer) Customers who were there already and were skipped.
    # - `:repeated` (Integer) Rows that an earlier call of this batch had done.
    # - `:refused` (Integer) Rows refused.
    CustomerImportCounts = %i[created updated unchanged skipped repeated refused].freeze

    # Where a file goes on, and what has become of it so far.
    #
    # - `:place` (Shapes::CustomerPlace) Where the file goes on.
    # - `:counts` (Shapes::CustomerImportCounts) What became of the rows so far.
    CustomerImportNext = %i[place counts].freeze

    # What became of a piece, and of the file so far.
    #
    # - `:batch` (String) The batch.
    # - `:row` (Integer) The row that was looked at last.
    # - `:done` (Integer) Rows done so far, those included that were done before.
    # - `:refused` (Integer) Rows refused so far.
    # - `:counts` (Shapes::CustomerImportCounts) What became of the rows so far.
    # - `:broken_off` (Boolean, if there is one) Whether it was broken off: then send the file again.
    # - `:columns` (Array<Shapes::ColumnRead>, if there is one) With the piece that has the header: what each column
    #   is read as.
    # - `:errors` (Array<Shapes::RowError>, if there is one) What was refused in this piece, cell by cell.
    # - `:next` (Shapes::CustomerImportNext, if there is one) For the next piece; absent with the last one, and
    #   where it was broken off.
    CustomerImported = %i[batch row done refused counts broken_off columns errors next].freeze

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

    # Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    # whose end has not come yet, so that whoever sends a file may cut it anywhere.
    #
    # - `:row` (Integer) The row that was read last, as a spreadsheet counts: the header is row 1, and a line break
    #   inside of a cell begins no row.
    # - `:header` (String, if there is one) The file's first line, when it has come.
    # - `:rest` (String, if there is one) What is left: it goes in front of the next piece.
    CustomerPlace = %i[row header rest].freeze

    # A customer, as `customer.get` shows them.
    #
    # - `:customer` (String) The customer.
    # - `:created_at` (String) When the account was created.
    # - `:profile` (Shapes::Profile) Who the customer is.
    # - `:membership` (Shapes::Membership) Where the customer stands.
    # - `:preferences` (Shapes::Preferences) What mail the customer wants.
    # - `:blacklisting` (Shapes::Blacklisting, if there is one) The blacklisting, if any.
    # - `:erasing` (Boolean, if there is one) Stands only on who is deleted and not yet erased whole: call
    #   `customer.delete` again, or `maintenance.run`.
    # - `:guest` (Boolean, if there is one) Stands only on guests.
    # - `:last_login_at` (String, if there is one) The last sign-in that the host told of.
    # - `:referred_by` (String, if there is one) Who has referred the customer to the program; the shop's own.
    CustomerView = %i[customer created_at profile membership preferences blacklisting erasing guest last_login_at referred_by].freeze

    # In which order the numbers of a date stand.
    module DateOrder
      # Year, month, day, with hyphens: 2026-11-22.
      YMD = "ymd"
      # Month, day, year, with slashes, points or hyphens: 11/22/2026.
      MDY = "mdy"
      # Day, month, year, with slashes, points or hyphens: 22.11.2026.
      DMY = "dmy"
    end

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
    # - `:counted_on` (String, if there is one) The local day on which it counts for the rule's cap.
    # - `:customer` (String, if there is one) Who got it, where that is not the order's owner: who has referred
    #   them. Staff only.
    # - `:kept_on_refund` (Boolean, if there is one) Whether it stays when the order is refunded.
    # - `:shares` (Array<Shapes::Share>, if there is one) What each part of the order has of it; together exactly
    #   the amount (rule O3).
    # - `:taken` (String, if there is one) What refunds have taken back of it.
    Earned = %i[type rule amount entry counted_on customer kept_on_refund shares taken].freeze

    # What orders earn, and when.
    #
    # - `:bonuses` (Array<Shapes::Bonus>, if there is one) What is given once to a person (rule O8).
    # - `:combine` (String, if there is one) How the rules of a point type come together.
    # - `:rules` (Array<Shapes::EarningRule>, if there is one) The rules.
    # - `:spent_points` (String, if there is one) What becomes of the points that paid for an order when it is
    #   refunded (rule O4).
    # - `:spent_points_grace_days` (Integer, if there is one) With `own_lots_with_grace`: for how many days lots
    #   live on whose end has passed meanwhile.
    # - `:when` (String, if there is one) The state in which an order earns.
    Earning = %i[bonuses combine rules spent_points spent_points_grace_days when].freeze

    # An earning rule: what it gives, for which lines, and under which conditions (rule O2).
    #
    # - `:id` (String) The rule's id; entries name it.
    # - `:type` (String) The point type that is earned.
    # - `:before_discounts` (Boolean, if there is one) A rate: whether lines count with what they cost before
    #   discounts.
    # - `:cap_per_order` (String, if there is one) The most it gives for one order.
    # - `:cap_per_period` (Shapes::PeriodCap, if there is one) The most it gives to one customer in a period.
    # - `:categories` (Array<String>, if there is one) Only lines in one of these categories; any when empty.
    # - `:from` (String, if there is one) Only orders placed on this local day or later.
    # - `:full_steps` (Boolean, if there is one) A rate: count only full steps of `per`: 10 points per full 2 earn
    #   30 on 7.
    # - `:gives` (String, if there is one) For what it gives.
    # - `:groups` (Array<String>, if there is one) Only customers in one of these groups; any when empty.
    # - `:include_gift_cards` (Boolean, if there is one) Whether lines count that sell gift cards; what is bought
    #   with the card earns later (rule R7).
    # - `:include_shipping` (Boolean, if there is one) A rate: whether shipping counts.
    # - `:include_tax` (Boolean, if there is one) A rate: whether tax counts.
    # - `:keep_on_refund` (Boolean, if there is one) By order: whether it stays with the customer when the order is
    #   refunded (rule O4).
    # - `:less_spent_points` (Boolean, if there is one) A rate: whether what was paid with points is left out.
    # - `:minimum_spend` (String, if there is one) Only orders whose goods, less discounts, come to this much.
    # - `:per` (String, if there is one) A rate: how much of the order's currency earns `points`.
    # - `:points` (String, if there is one) How many are given for every `per`, for an item, or for the order.
    # - `:rounding` (String, if there is one) How a fraction of the smallest unit is rounded.
    # - `:skus` (Array<String>, if there is one) Only lines with one of these articles; any when empty.
    # - `:statuses` (Array<Shapes::InStatus>, if there is one) Only customers with one of these statuses; any when
    #   empty.
    # - `:times` (String, if there is one) A multiplier: by how much it multiplies what rates and rules by item of
    #   its type give.
    # - `:until` (String, if there is one) Only orders placed on this local day or earlier.
    # - `:weekdays` (Array<String>, if there is one) Only orders placed on one of these days of the week; any when
    #   empty.
    EarningRule = %i[id type before_discounts cap_per_order cap_per_period categories from full_steps gives groups include_gift_cards include_shipping include_tax keep_on_refund less_spent_points minimum_spend per points rounding skus statuses times until weekdays].freeze

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

    # What lapses of a point type.
    #
    # - `:type` (String) The point type.
    # - `:holder` (String) Whose it is.
    # - `:months` (Array<Shapes::Month>) The months in which something lapses, in their order.
    Ending = %i[type holder months].freeze

    # Who joins the program by an import.
    module Enrolling
      # Whom the file calls a member. Files of loyalty platforms have members only, unless a column says otherwise.
      FILE = "file"
      # All.
      ALL = "all"
      # Nobody.
      NOBODY = "nobody"
    end

    # Why an entry stands in the journal.
    module EntryKind
      # Earned.
      EARN = "earn"
      # Adjusted by hand.
      ADJUST = "adjust"
      # Paid in: a gift card was issued or recharged.
      LOAD = "load"
      # Redeemed from a gift card to the credit of an account: less on the one, more on the other.
      REDEEM = "redeem"
      # Spent.
      SPEND = "spend"
      # Spent through a hold.
      CAPTURE = "capture"
      # Lapsed.
      EXPIRE = "expire"
      # Lapsed lots came back.
      REINSTATE = "reinstate"
      # Taken because the member left the program, or the gift card was deactivated.
      FORFEIT = "forfeit"
      # Lots got a later end; the amount is zero.
      EXTEND = "extend"
      # Lots got another end by hand; the amount is zero.
      REDATE = "redate"
      # Lots paid off debt; the amount is zero.
      REPAY = "repay"
      # Takes an earlier entry back.
      REVERSE = "reverse"
      # Went to another account by a merge, or back by its undo.
      MERGE_OUT = "merge_out"
      # Came from another account by a merge, or back by its undo.
      MERGE_IN = "merge_in"
      # Given to another customer.
      TRANSFER_OUT = "transfer_out"
      # Given by another customer.
      TRANSFER_IN = "transfer_in"
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
    # - `:batch` (String, if there is one) The batch of adjustments it came from; staff only.
    # - `:comment` (String, if there is one) What the customer reads.
    # - `:counterpart` (String, if there is one) Of a merge, and of what is reversed after it: the entry in the
    #   other account. Of a transfer the same, for staff only.
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
    EntryView = %i[id type kind amount balance effective_at recorded_at actor available_from batch comment counterpart debt expires hold lots note order reason reversed reverses rule].freeze

    # A period of the calendar.
    module Every
      # A day.
      DAY = "day"
      # A week from Monday.
      WEEK = "week"
      # A month.
      MONTH = "month"
      # A year.
      YEAR = "year"
    end

    # What happens with a row whose customer is there already, by id or by email.
    module Existing
      # It is an error of the row.
      REFUSE = "refuse"
      # The customer stays as they are.
      SKIP = "skip"
      # The customer takes on what the row says.
      UPDATE = "update"
    end

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

    # How far a status falls that is no longer kept.
    module Falling
      # To what the counter reaches, now or as the period ended.
      TO_FIT = "to_fit"
      # To the next status below, which is then kept for a period of its own.
      ONE_STEP = "one_step"
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

    # The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed
    # over, but for those of our own format.
    module Format
      # Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at most one of
      # `expires_after_days`, `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
      LOYALTY = "loyalty"
      # Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid` (the point type),
      # `reason`. It adds.
      TALON_ONE = "talon_one"
      # Smile's points: `email`, `points`.
      SMILE = "smile"
      # LoyaltyLion's points: `customer id`, `emails`, `points`.
      LOYALTY_LION = "loyalty_lion"
      # Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is `add`; the other
      # must be empty.
      STAMPED = "stamped"
      # Yotpo's customers: `Email`, `Points Balance`. It sets.
      YOTPO = "yotpo"
      # FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It adds.
      FAN_MAKER = "fan_maker"
    end

    # A card with a page of what was done with it.
    #
    # - `:card` (Shapes::GiftCardView) The card.
    # - `:activities` (Array<Shapes::EntryView>) The entries of its journal, newest first.
    # - `:next` (Integer, if there is one) Where to go on; absent on the last page.
    GiftCardActivities = %i[card activities next].freeze

    # A page of gift cards.
    #
    # - `:gift_cards` (Array<Shapes::GiftCardView>) The cards, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    GiftCardCardPage = %i[gift_cards next].freeze

    # The result of `gift_card.issue`.
    #
    # - `:card` (Shapes::GiftCardView) The card.
    # - `:entry` (String) The entry in the card's journal.
    # - `:code` (String, if there is one) The code, whole, in the first answer alone: hand it to the recipient and
    #   do not keep it.
    GiftCardIssued = %i[card entry code].freeze

    # The result of an operation that moves the value of a card.
    #
    # - `:gift_card` (String) The card's number.
    # - `:entry` (String) The entry in the card's journal; the receipt's `entries` have it whole.
    # - `:balance` (String) What can be spent of the card now.
    GiftCardMoved = %i[gift_card entry balance].freeze

    # The result of `gift_card.redeem`.
    #
    # - `:customer` (String) The customer.
    # - `:gift_card` (String) The card's number.
    # - `:amount` (String) How much was moved.
    # - `:entry` (String) The entry in the card's journal.
    # - `:credits` (Array<String>) The entries in the customer's journal: one for each end.
    # - `:balance` (String) What can be spent of the card now.
    GiftCardRedeemed = %i[customer gift_card amount entry credits balance].freeze

    # A gift card as answers show it.
    #
    # - `:gift_card` (String) The card's number.
    # - `:state` (String) Where it stands.
    # - `:type` (String) The point type of its value.
    # - `:last_four` (String) The last four symbols of its code.
    # - `:issued_at` (String) When it was issued.
    # - `:expires` (String) When the last of its value ends.
    # - `:balance` (Shapes::Balance) Its value.
    # - `:version` (Integer) The version of the card, for `if_version`.
    # - `:came_from` (String, if there is one) The customer whose it was before a merge.
    # - `:customer` (String, if there is one) The customer to whom it was issued.
    # - `:message` (String, if there is one) What the giver writes.
    # - `:note` (String, if there is one) An internal note; staff only.
    # - `:order` (String, if there is one) The order on which it was bought.
    # - `:reason` (String, if there is one) Why it is blocked or deactivated; staff only.
    # - `:recipient` (String, if there is one) Whom it is for.
    # - `:recipient_email` (String, if there is one) Where it is sent.
    GiftCardView = %i[gift_card state type last_four issued_at expires balance version came_from customer message note order reason recipient recipient_email].freeze

    # Points, or value of a gift card, that paid for an order, and what refunds made of them.
    #
    # - `:source` (String) The entry or hold that paid.
    # - `:amount` (String) How much of it came back.
    # - `:kept` (String, if there is one) How much of it stayed spent, as the program said at the time of a refund;
    #   a later program changes nothing about it.
    GivenBack = %i[source amount kept].freeze

    # For what a rule gives.
    module Gives
      # `points` for every `per` of the lines' value.
      RATE = "rate"
      # `points` for every item of the lines.
      PER_ITEM = "per_item"
      # `points` for the order.
      PER_ORDER = "per_order"
      # Nothing itself: it multiplies by `times`.
      TIMES = "times"
    end

    # A part of a mixed payment: a point type of the customer, or a gift card by its number or its code.
    #
    # - `:amount` (String) How much, more than zero.
    # - `:code` (String, if there is one) The code of a gift card, instead of its number.
    # - `:gift_card` (String, if there is one) The number of a gift card.
    # - `:type` (String, if there is one) The point type.
    HoldPart = %i[amount code gift_card type].freeze

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

    # Whose the value is.
    module Holder
      # On accounts of customers.
      CUSTOMERS = "customers"
      # On gift cards.
      GIFT_CARDS = "gift_cards"
    end

    # The receipt of `impersonation.verify`.
    #
    # - `:customer` (String) The customer as whom to sign in.
    # - `:agent` (String) The agent who acts as them.
    # - `:through` (String) What to put into `actor.through` of every context of the session.
    # - `:reason` (String, if there is one) Why the agent does it; staff only.
    ImpersonationRedeemed = %i[customer agent through reason].freeze

    # The result of `impersonation.start`.
    #
    # - `:customer` (String) The customer.
    # - `:valid_until` (String) From when on the token no longer works.
    # - `:token` (String, if there is one) The token, in the first answer alone: hand it to your sign-in and do not
    #   keep it.
    ImpersonationStarted = %i[customer valid_until token].freeze

    # What became of rows, in numbers.
    #
    # - `:created` (Integer) Customers created.
    # - `:updated` (Integer) Customers who took on what their row says.
    # - `:unchanged` (Integer) Customers who were as their row says.
    # - `:skipped` (Integer) Customers who were there already and were skipped.
    # - `:repeated` (Integer) Rows that an earlier call of this batch had done.
    # - `:refused` (Integer) Rows refused.
    ImportCounts = %i[created updated unchanged skipped repeated refused].freeze

    # Where a file goes on, and what has become of it so far.
    #
    # - `:place` (Shapes::Place) Where the file goes on.
    # - `:counts` (Shapes::ImportCounts) What became of the rows so far.
    ImportNext = %i[place counts].freeze

    # A status of a status system.
    #
    # - `:system` (String) The system.
    # - `:status` (String) The status.
    InStatus = %i[system status].freeze

    # The verdict.
    #
    # - `:sound` (Boolean) Whether everything is as it should be.
    # - `:head` (String) The head of the chain, 64 hexadecimal digits.
    # - `:commands` (Integer) Commands in the chain.
    # - `:entries` (Integer) Entries in all journals.
    # - `:difference` (Shapes::Difference, if there is one) The first difference.
    JournalVerified = %i[sound head commands entries difference].freeze

    # Until when a status is kept that was reached or renewed: its qualification period (rule Y5).
    #
    # The key `:policy` tells which.
    module Keep
      # As long as the counter reaches it.
      WhileItFits = %i[policy].freeze

      # To the end of a calendar year: so many years behind the one in which it was reached or renewed.
      #
      # - `:years` (Integer) How many years, 1 to 100.
      Years = %i[policy years].freeze

      # To the first instant of the same day number, so many months later.
      #
      # - `:months` (Integer) How many months, 1 to 1,200.
      Months = %i[policy months].freeze

    end

    # Why a column is left out.
    module LeftOut
      # The preset or the request says so.
      IGNORED = "ignored"
      # Neither the preset nor the request knows it.
      NOT_KNOWN = "not_known"
      # It is a password, or resets one: such columns are never read.
      PASSWORD = "password"
    end

    # What an agent decided about a status: evaluation moves it on one side of this only (rule Y3).
    #
    # - `:kind` (String) Which side is closed.
    # - `:status` (String) The status that was set.
    # - `:until` (String, if there is one) Until when, this instant excluded; without an end when absent.
    Lock = %i[kind status until].freeze

    # Which side of a status is closed to evaluation.
    module LockKind
      # It may rise, and never falls below what was set.
      NOT_LOWERED = "not_lowered"
      # It may fall, and never rises above what was set.
      NOT_RAISED = "not_raised"
    end

    # A mail to a customer, ready to be sent.
    #
    # - `:to` (String) To whom.
    # - `:subject` (String) The subject, one line.
    # - `:text` (String) The mail as plain text.
    # - `:html` (String, if there is one) The mail as HTML, escaped; absent where the template has none.
    Mail = %i[to subject text html].freeze

    # What the sweep did.
    #
    # - `:customers` (Integer) Customers settled.
    # - `:refused` (Integer) Customers or gift cards whose settling was refused; they are due again.
    # - `:more` (Boolean) Whether there may be more that is due: call again.
    # - `:gift_cards` (Integer, if there is one) Gift cards settled.
    MaintenanceSwept = %i[customers refused more gift_cards].freeze

    # A customer's membership.
    #
    # - `:state` (String) Where the customer stands.
    # - `:since` (String) Since when.
    # - `:version` (Integer) The version of the membership, for `if_version`.
    # - `:before` (String, if there is one) On hold or merged: the state to which the account returns.
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

    # The merges into a customer.
    #
    # - `:customer` (String) The customer.
    # - `:merges` (Array<Shapes::MergeView>) The merges, newest first.
    MergeHistory = %i[customer merges].freeze

    # The value of a point type that went back.
    #
    # - `:type` (String) The point type.
    # - `:brought` (String) What the source had brought.
    # - `:returned` (String) What it gets back; the rest was spent, has lapsed, or is held.
    MergeReturned = %i[type brought returned].freeze

    # The receipt of `merge.undo`.
    #
    # - `:survivor` (String) The customer into whom was merged.
    # - `:source` (String) The customer who is their own again.
    # - `:state` (String) The state of the source.
    # - `:returned` (Array<Shapes::MergeReturned>) The value that went back, by point type.
    # - `:stayed` (Array<Shapes::Stayed>) What stayed with the survivor as the merge left it, and why.
    MergeUndone = %i[survivor source state returned stayed].freeze

    # A merge, as answers show it.
    #
    # - `:survivor` (String) The survivor.
    # - `:source` (String) The customer who was merged.
    # - `:merged_at` (String) When.
    # - `:added` (Shapes::Added) What was added to the survivor's records.
    # - `:records` (Shapes::Records) The records that moved.
    # - `:actor` (String, if there is one) Who asked for it; staff only.
    # - `:comment` (String, if there is one) A comment.
    # - `:reason` (String, if there is one) Why; staff only.
    # - `:undone_at` (String, if there is one) When it was undone.
    MergeView = %i[survivor source merged_at added records actor comment reason undone_at].freeze

    # The receipt of `merge.apply`.
    #
    # - `:survivor` (String) The customer who remains.
    # - `:source` (String) The customer who was merged.
    # - `:fields` (Array<Shapes::PlannedField>) The fields of the profiles side by side.
    # - `:created_at` (String) When the survivor is said to have been created: the earlier date.
    # - `:added` (Shapes::Added) What was added to the survivor's records.
    # - `:records` (Shapes::Records) The records that moved.
    # - `:last_login_at` (String, if there is one) The later of the last sign-ins.
    # - `:mail` (Array<Shapes::PlannedMail>, if there is one) The decisions about mail side by side.
    # - `:statuses` (Array<Shapes::PlannedStatus>, if there is one) Where both stand in the status systems, and the
    #   survivor afterwards.
    Merged = %i[survivor source fields created_at added records last_login_at mail statuses].freeze

    # A message as the host gets it.
    #
    # - `:id` (String) The id, for `outbox.ack`.
    # - `:event` (String) What happened: the name of the operation.
    # - `:recorded_at` (String) When it was recorded.
    # - `:actor` (String) Who asked for it.
    # - `:data` (Object) The result of the operation; of a mail, what it is about: customer, ticket, template.
    # - `:leased_until` (String) Given out again after this time if it is not acknowledged.
    # - `:customer` (String, if there is one) The customer it is about.
    # - `:email` (Shapes::Mail, if there is one) Send this mail to the customer, whatever marketing they have opted
    #   out of: it belongs to a transaction. It may hold a password, so do not keep it.
    # - `:gift_card` (String, if there is one) The gift card it is about.
    MessageView = %i[id event recorded_at actor data leased_until customer email gift_card].freeze

    # What is done with the amounts of a file.
    module Mode
      # They are given or, below zero, taken.
      ADD = "add"
      # They are what the balance shall be, where it is what was expected.
      SET = "set"
    end

    # What lapses in a month.
    #
    # - `:month` (String) The first day of the month.
    # - `:lots` (Integer) How many lots.
    # - `:amount` (String) How much.
    # - `:account_date` (String) How much of it lapses on an account's date, which moves on with the member's
    #   activity.
    Month = %i[month lots amount account_date].freeze

    # A section that has more rows than were answered.
    #
    # - `:section` (String) The section.
    # - `:cursor` (String) Where it goes on.
    MoreData = %i[section cursor].freeze

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

    # Where a file goes on, and what has become of it so far.
    #
    # - `:place` (Shapes::Place) Where the file goes on.
    # - `:digest` (String) The digest of the file up to here.
    # - `:done` (Integer) Rows done so far.
    # - `:refused` (Integer) Rows refused so far.
    # - `:totals` (Array<Shapes::Sum>) What they gave and took so far.
    Next = %i[place digest done refused totals].freeze

    # The next reward on a stamp card.
    #
    # - `:stamp` (Integer) The number of its stamp.
    # - `:reward` (String) The reward.
    # - `:name` (String) The name that people see.
    NextReward = %i[stamp reward name].freeze

    # The next status above.
    #
    # - `:missing` (String) What the counter lacks.
    # - `:id` (String) The id.
    # - `:name` (String) The name.
    # - `:threshold` (String) The counter from which on a member has it.
    NextStatus = %i[missing id name threshold].freeze

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
    # - `:by` (String, if there is one) The actor who recorded it. Customers see themselves alone, and what they
    #   decided through: never the shop's people.
    # - `:through` (String, if there is one) The page, device or channel.
    OptIn = %i[opted_in changed_at by through].freeze

    # A line of an order.
    #
    # - `:id` (String) The host's id of the line, unique in the order; its position from 1 when absent.
    # - `:quantity` (String) How many, more than zero.
    # - `:unit_price` (String) The price of one, not negative.
    # - `:discount` (String) Discount on the line, not negative.
    # - `:category` (String, if there is one) The category of the article.
    # - `:gift_card` (Boolean, if there is one) Whether it sells gift cards.
    # - `:sku` (String, if there is one) The article.
    OrderLine = %i[id quantity unit_price discount category gift_card sku].freeze

    # A line of an order as it comes in.
    #
    # - `:unit_price` (String) The price of one, not negative.
    # - `:category` (String, if there is one) The category of the article.
    # - `:discount` (String, if there is one) Discount on the line, not negative.
    # - `:gift_card` (Boolean, if there is one) Whether it sells gift cards: then it earns nothing, unless a rule
    #   says so.
    # - `:id` (String, if there is one) The host's id of the line, unique in the order; its position from 1 when
    #   absent.
    # - `:quantity` (String, if there is one) How many, more than zero; 1 when absent.
    # - `:sku` (String, if there is one) The article.
    OrderOrderLine = %i[unit_price category discount gift_card id quantity sku].freeze

    # A page of orders.
    #
    # - `:orders` (Array<Shapes::OrderView>) The orders, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    OrderPage = %i[orders next].freeze

    # How far an order is paid (rule O7); `payments` has where each payment stands.
    module OrderPaid
      # Nothing is.
      UNPAID = "unpaid"
      # Something is, but not all that is owed.
      PARTLY_PAID = "partly_paid"
      # All that is owed.
      PAID = "paid"
      # Everything was given back.
      REFUNDED = "refunded"
    end

    # A part of an order with what it has of what was earned.
    #
    # - `:amount` (String) How much of what was earned.
    # - `:charge` (String, if there is one) Shipping or tax.
    # - `:line` (String, if there is one) The line's id.
    # - `:quantity` (String, if there is one) How many of it.
    # - `:sku` (String, if there is one) The article.
    # - `:units` (Array<String>, if there is one) What each unit has, where there are whole ones, 100 at most: what
    #   refunds of one after another take while nothing else is given back.
    OrderPart = %i[amount charge line quantity sku units].freeze

    # A payment of an order.
    #
    # - `:id` (String) The host's id of the payment, unique in the order.
    # - `:amount` (String) How much.
    # - `:status` (String) Where it stands.
    # - `:method` (String, if there is one) How it was paid.
    # - `:points` (String, if there is one) Paid with points or a gift card: the entry that spent them, or the hold
    #   from which they were captured. It pays for no other order.
    OrderPayment = %i[id amount status method points].freeze

    # The answer of `order.quote`.
    #
    # - `:total` (String) What it comes to.
    # - `:earns` (Array<Shapes::OrderSum>) What it would earn of each point type.
    # - `:rules` (Array<Shapes::Said>) What each rule says, in the order of the program.
    # - `:not_earned` (String, if there is one) Why it would not earn now, whatever the rules say.
    OrderQuoted = %i[total earns rules not_earned].freeze

    # What an order has earned by now: the result of the commands that can make it earn.
    #
    # - `:number` (String) The order's number.
    # - `:total` (String) What it comes to.
    # - `:earned` (Array<Shapes::Earned>) What it earned in all.
    # - `:earned_at` (String, if there is one) When it earned; absent while it has not.
    # - `:not_earned` (String, if there is one) Why it has not earned.
    # - `:owner` (String, if there is one) The order's owner, where that is another customer than the one named.
    OrderRecorded = %i[number total earned earned_at not_earned owner].freeze

    # The result of `order.refund` and `order.cancel`.
    #
    # - `:number` (String) The order's number.
    # - `:customer` (String) The order's owner.
    # - `:amount` (String) What this refund comes to; nothing when it was known already.
    # - `:taken` (Array<Shapes::Taken>) What it took back of what the order earned.
    # - `:given_back` (Array<Shapes::Taken>) What it gave back of the points and gift cards that paid for the order.
    # - `:refunded` (String) What was given back of the order in all.
    # - `:all` (Boolean) Whether everything was given back.
    OrderReturns = %i[number customer amount taken given_back refunded all].freeze

    # An amount of a point type.
    #
    # - `:type` (String) The point type.
    # - `:amount` (String) How much.
    OrderSum = %i[type amount].freeze

    # An order as answers show it.
    #
    # - `:number` (String) The host's number.
    # - `:placed_at` (String) When it was placed.
    # - `:total` (String) What it comes to: lines less discounts, plus shipping and tax.
    # - `:payment_status` (String) How far it is paid.
    # - `:currency` (String) The currency, three capital letters.
    # - `:lines` (Array<Shapes::OrderLine>) The lines.
    # - `:discount` (String) Discount on the whole.
    # - `:shipping` (String) Shipping.
    # - `:tax` (String) Tax.
    # - `:came_from` (String, if there is one) The customer whose it was before a merge.
    # - `:channel` (String, if there is one) Where it was placed.
    # - `:earned` (Array<Shapes::Earned>, if there is one) What it earned.
    # - `:earned_at` (String, if there is one) When it earned.
    # - `:fulfilled` (Boolean, if there is one) Whether it is fulfilled.
    # - `:given_back` (Array<Shapes::GivenBack>, if there is one) What refunds made of the points and gift cards
    #   that paid for it.
    # - `:link` (String, if there is one) A link into the host's own page; staff only.
    # - `:master_number` (String, if there is one) The number of the order to which several belong.
    # - `:payments` (Array<Shapes::Payment>, if there is one) The payments.
    # - `:places` (Integer, if there is one) The decimal places of the currency when it was recorded, where the
    #   program listed it: what is shared out later is shared in these.
    # - `:refunds` (Array<Shapes::Refunded>, if there is one) The refunds, in the order in which they came.
    # - `:returned` (Array<Shapes::Returned>, if there is one) What of each part was given back, by all refunds
    #   together.
    # - `:returned_all` (Boolean, if there is one) Whether everything was given back.
    OrderView = %i[number placed_at total payment_status currency lines discount shipping tax came_from channel earned earned_at fulfilled given_back link master_number payments places refunds returned returned_all].freeze

    # A lot and where it came from.
    #
    # - `:lot` (String) The lot: the id of the entry that made it.
    # - `:amount` (String) How much of it: in a balance what is left, in an entry what was taken (negative) or put
    #   back.
    # - `:expires` (String) When it ends.
    # - `:made_by` (Shapes::EntryView) The entry that made it: order, rule, adjustment.
    # - `:order` (Array<Shapes::OrderPart>, if there is one) The parts of the order for which it was earned.
    # - `:place` (String, if there is one) Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what
    #   an entry moved.
    Origins = %i[lot amount expires made_by order place].freeze

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

    # What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what
    # `points.balance` says of all of them.
    #
    # - `:type` (String) The point type.
    # - `:holder` (String) Whose it is.
    # - `:accounts` (Integer) How many accounts have some or owe some.
    # - `:active` (String) What can be spent now.
    # - `:pending` (String) What becomes active later.
    # - `:held` (String) What holds have set aside.
    # - `:debt` (String) What is owed to the shop.
    # - `:total` (String) What all entries come to.
    # - `:ages` (Array<Shapes::Aged>) What is active, pending and held, by how long ago it was earned: 0 to 30 days,
    #   to 90, to 180, to 365, and longer.
    Outstanding = %i[type holder accounts active pending held debt total ages].freeze

    # What was paid for a reward.
    #
    # - `:type` (String) The point type.
    # - `:amount` (String) How much.
    # - `:entry` (String) The entry.
    Paid = %i[type amount entry].freeze

    # What an entry took from a lot or put back.
    #
    # - `:lot` (String) The lot: the id of the entry that made it.
    # - `:amount` (String) How much, signed.
    # - `:expires` (String) When that lot ends.
    PartView = %i[lot amount expires].freeze

    # How passwords are reset.
    #
    # - `:link` (String, if there is one) The address of your page on which a password is chosen, to whose end the
    #   token is put: `https://shop.example/reset?token=`. A link needs it.
    # - `:minutes` (Integer, if there is one) For how many minutes it works, 1 to 10,080; 60 when absent.
    # - `:style` (String, if there is one) What the customer gets by mail.
    PasswordReset = %i[link minutes style].freeze

    # The receipt of `password.reset`.
    #
    # - `:minutes` (Integer) For how many minutes what was sent works, if something was.
    # - `:customer` (String, if there is one) The customer, if asked for by id.
    # - `:valid_until` (String, if there is one) From when on it no longer works, if asked for by id.
    PasswordResetDone = %i[minutes customer valid_until].freeze

    # The receipt of `password.verify`.
    #
    # - `:customer` (String) The customer, who may choose a new password now.
    # - `:style` (String) What they were sent.
    PasswordVerified = %i[customer style].freeze

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

    # A change that was made.
    #
    # - `:at` (String) When it took effect.
    # - `:change` (String) What happened.
    # - `:actor` (String, if there is one) Who asked for it, `system` for evaluation; a customer sees only
    #   themselves, not the shop's people.
    # - `:comment` (String, if there is one) A comment; the customer reads it.
    # - `:from` (String, if there is one) The status before, if there was one.
    # - `:lock` (Shapes::Lock, if there is one) The lock that was set.
    # - `:note` (String, if there is one) An internal note; staff only.
    # - `:rewards` (Array<String>, if there is one) The rewards that were granted with it.
    # - `:to` (String, if there is one) The status after, if there is one.
    PastStatusChange = %i[at change actor comment from lock note rewards to].freeze

    # A payment of an order.
    #
    # - `:id` (String) The host's id of the payment, unique in the order.
    # - `:amount` (String) How much.
    # - `:status` (String) Where it stands.
    # - `:method` (String, if there is one) How it was paid.
    # - `:points` (String, if there is one) Paid with points or a gift card: the entry that spent them, or the hold
    #   from which they were captured. It pays for no other order.
    Payment = %i[id amount status method points].freeze

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

    # What an order has earned by now: the result of the commands that can make it earn.
    #
    # - `:number` (String) The order's number.
    # - `:total` (String) What it comes to.
    # - `:earned` (Array<Shapes::Earned>) What it earned in all.
    # - `:earned_at` (String, if there is one) When it earned; absent while it has not.
    # - `:not_earned` (String, if there is one) Why it has not earned.
    # - `:owner` (String, if there is one) The order's owner, where that is another customer than the one named.
    PaymentRecorded = %i[number total earned earned_at not_earned owner].freeze

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

    # The most that a rule gives to one customer in a period: of the calendar, or the last so many days.
    #
    # - `:points` (String) How many.
    # - `:days` (Integer, if there is one) The last so many days, today among them: 1 to 366.
    # - `:every` (String, if there is one) The period of the calendar, in the program's zone.
    PeriodCap = %i[points days every].freeze

    # Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    # whose end has not come yet, so that whoever sends a file may cut it anywhere.
    #
    # - `:row` (Integer) The row that was read last, as a spreadsheet counts: the header is row 1, and a line break
    #   inside of a cell begins no row.
    # - `:header` (String, if there is one) The file's first line, when it has come.
    # - `:rest` (String, if there is one) What is left: it goes in front of the next piece.
    Place = %i[row header rest].freeze

    # A field of the profile, side by side.
    #
    # - `:field` (String) The field.
    # - `:winner` (String) Whose value stands afterwards.
    # - `:why` (String) Why.
    # - `:source` (String, if there is one) What the source has.
    # - `:survivor` (String, if there is one) What the survivor has.
    PlannedField = %i[field winner why source survivor].freeze

    # A decision about mail, side by side; an opt-out wins.
    #
    # - `:opted_in` (Boolean) What holds afterwards.
    # - `:list` (String, if there is one) The mailing list; the newsletter when absent.
    # - `:source` (Boolean, if there is one) What the source decided.
    # - `:survivor` (Boolean, if there is one) What the survivor decided.
    PlannedMail = %i[opted_in list source survivor].freeze

    # A status system in which somebody stands whose accounts become one.
    #
    # - `:system` (String) The system.
    # - `:survivor` (Shapes::StatusLevel) Where the survivor stands.
    # - `:source` (Shapes::StatusLevel) Where the source stands.
    # - `:after` (Shapes::StatusLevel) Where the survivor stands afterwards.
    PlannedStatus = %i[system survivor source after].freeze

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
    # - `:debt_floor` (String, if there is one) How far an adjustment may take the balance below zero: "0", or a
    #   negative decimal (rule L7). What is taken back of a credit that is spent already is not bound by it: there
    #   `reversal_shortfall` says what happens.
    # - `:expiry` (Shapes::Expiry, if there is one) How long a credit lasts.
    # - `:kind` (String, if there is one) What it is; decides which membership states may use it (rule M2).
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:places` (Integer, if there is one) Decimal places, 0 to 8. Money has those of its currency.
    # - `:reinstatement_days` (Integer, if there is one) Days within which what has lapsed can be brought back
    #   (`points.reinstate`); 0 not at all (rule L5).
    # - `:reversal_grace_days` (Integer, if there is one) Days that a lot put back after its expiry lives on; 0 none
    #   (rule L9).
    # - `:reversal_shortfall` (String, if there is one) What happens when a reversed credit is spent already (rule
    #   L9).
    # - `:transferable` (Boolean, if there is one) Whether a customer's can be given to another customer; not
    #   stamps, which stand on their owner's card (rule L13).
    PointType = %i[id activation_days currency debt_floor expiry kind name places reinstatement_days reversal_grace_days reversal_shortfall transferable].freeze

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
    # - `:parts` (Array<Shapes::CapturedPart>, if there is one) Of several holds: each of them with its entry, in
    #   their order.
    PointsCaptured = %i[hold entry parts].freeze

    # An explanation.
    #
    # - `:lots` (Array<Shapes::Origins>) The lots behind it, each with the entry that made it.
    # - `:more` (Boolean) Whether there are more lots than are shown.
    # - `:entry` (Shapes::EntryView, if there is one) The entry itself, when one is explained.
    # - `:order` (Array<Shapes::OrderPart>, if there is one) The parts of the order for which the entry was earned.
    PointsExplained = %i[lots more entry order].freeze

    # The result of `points.hold` and `points.release`.
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
    # - `:parts` (Array<Shapes::HoldView>, if there is one) Of several holds: each of them, in their order.
    PointsHeld = %i[id type state authorized captured released remaining held_until order parts].freeze

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

    # What was given another end.
    #
    # - `:customer` (String) The customer.
    # - `:entry` (String) The entry; the receipt's `entries` have it whole.
    # - `:amount` (String) How much has another end now.
    # - `:lots` (Integer) In how many lots; what is set aside of a credit counts as one of its own.
    PointsRedated = %i[customer entry amount lots].freeze

    # What was brought back.
    #
    # - `:customer` (String) The customer.
    # - `:entry` (String) The entry; the receipt's `entries` have it whole.
    # - `:amount` (String) How much came back, with what of it repaid debt.
    # - `:lots` (Integer) Of how many lots.
    PointsReinstated = %i[customer entry amount lots].freeze

    # The result of `points.reverse`.
    #
    # - `:customer` (String) The customer.
    # - `:entry` (String) The entry that reverses.
    # - `:lapsed` (String) Of a credit: what had lapsed and so counts as taken.
    # - `:forgiven` (String) Of a credit: what was spent already and is forgiven.
    # - `:recipient_entry` (String, if there is one) Of a transfer: the entry that takes it from who received it.
    #   What has lapsed and what is forgiven are theirs.
    # - `:stayed` (String, if there is one) Of a re-dating: what was spent, has lapsed or was re-dated again since,
    #   and so stays as it is.
    PointsReversed = %i[customer entry lapsed forgiven recipient_entry stayed].freeze

    # What lapses when.
    #
    # - `:customer` (String) The customer.
    # - `:due` (Array<Shapes::Due>) The dates, the first to come first.
    # - `:never` (String) What never lapses.
    # - `:held` (String) What is held.
    PointsSchedule = %i[customer due never held].freeze

    # The result of `points.transfer`.
    #
    # - `:customer` (String) The customer who gave.
    # - `:entry` (String) The entry in their journal.
    # - `:recipient` (String) The customer who received it: the survivor, where the one who was named is merged; for
    #   a customer, as they named them.
    # - `:recipient_entry` (String, if there is one) The entry in the recipient's journal; not for customers.
    PointsTransferred = %i[customer entry recipient recipient_entry].freeze

    # What becomes of the rows that are done when another is refused.
    module Policy
      # They stay done.
      BEST_EFFORT = "best_effort"
      # They are reversed.
      ALL_OR_NOTHING = "all_or_nothing"
    end

    # What mail a customer wants (rule E1).
    #
    # - `:lists` (Hash{Symbol => Shapes::OptIn}, if there is one) The mailing lists of the program that the customer
    #   decided about.
    # - `:newsletter` (Shapes::OptIn, if there is one) Whether the shop's newsletter is wanted.
    # - `:version` (Integer, if there is one) The version of the preferences, for `if_version`.
    Preferences = %i[lists newsletter version].freeze

    # A format of customers as shop and loyalty platforms write it.
    module Preset
      # What `customer.export_csv` writes: each column is named by its own word.
      LOYALTY = "loyalty"
      # Shopify's export of customers, in its older and its newer form.
      SHOPIFY = "shopify"
      # The main file of customers of Magento and Adobe Commerce.
      MAGENTO = "magento"
      # TIBCO's file of shoppers.
      TIBCO = "tibco"
      # Open Loyalty's export of members.
      OPEN_LOYALTY = "open_loyalty"
      # Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid` (the status system).
      TALON_ONE_TIERS = "talon_one_tiers"
      # LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`.
      LOYALTY_LION = "loyalty_lion"
      # Stamped's file of customers.
      STAMPED = "stamped"
      # Yotpo's file of customers.
      YOTPO = "yotpo"
    end

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

    # A field of the profile for which an agent may choose a side.
    module ProfileField
      # The title or other prefix.
      PREFIX = "prefix"
      # The given name.
      FIRST_NAME = "first_name"
      # Further given names.
      MIDDLE_NAME = "middle_name"
      # The family name.
      LAST_NAME = "last_name"
      # The suffix.
      SUFFIX = "suffix"
      # The email address.
      EMAIL = "email"
      # The phone number.
      PHONE = "phone"
      # The gender.
      GENDER = "gender"
      # The date of birth.
      BIRTH_DATE = "birth_date"
      # The group.
      GROUP = "group"
      # The locale.
      LOCALE = "locale"
      # The time zone.
      TIME_ZONE = "time_zone"
      # The link into the host's own page.
      LINK = "link"
    end

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
    # - `:impersonation_seconds` (Integer, if there is one) For how many seconds the token works with which an agent
    #   signs in as a customer, 1 to 3,600; 60 when absent (rule P4).
    # - `:mailing_lists` (Array<Shapes::Named>, if there is one) Mailing lists that customers can opt in to.
    # - `:name` (String, if there is one) The program's name, as customers see it.
    # - `:on_leaving` (String, if there is one) What becomes of points when a member leaves the program (rules of
    #   section M).
    # - `:password` (Shapes::PasswordReset, if there is one) How passwords are reset (rule P3).
    # - `:rewards` (Array<Shapes::Reward>, if there is one) What members can have for their points, or are given.
    # - `:roles` (Array<Shapes::Role>, if there is one) What agents and systems may do.
    # - `:stamp_cards` (Array<Shapes::StampCard>, if there is one) Cards whose stamps turn into rewards.
    # - `:status_mapping` (Array<Shapes::StatusMapping>, if there is one) What became of statuses that went away
    #   (rule Y7).
    # - `:status_systems` (Array<Shapes::StatusSystem>, if there is one) The ladders of statuses on which members
    #   stand (rule Y1).
    # - `:templates` (Array<Shapes::Template>, if there is one) The mails that the library queues, in your own words
    #   (rule P6).
    # - `:time_zone` (String, if there is one) The zone in which days, months and expiry are counted (rule L4).
    Program = %i[point_types adjustment_needs_reason currencies customer_rights earning events groups hold_seconds impersonation_seconds mailing_lists name on_leaving password rewards roles stamp_cards status_mapping status_systems templates time_zone].freeze

    # The current program.
    #
    # - `:version` (Integer) The version, for `if_version`.
    # - `:program` (Shapes::Program) The document.
    # - `:set_at` (String, if there is one) When it was set.
    ProgramCurrent = %i[version program set_at].freeze

    # The records that moved.
    #
    # - `:approvals` (Array<String>, if there is one) Requests for approval.
    # - `:gift_cards` (Array<String>, if there is one) Gift cards, by number.
    # - `:orders` (Array<String>, if there is one) Orders, by number.
    # - `:rewards` (Array<String>, if there is one) Rewards, by the ids they had.
    # - `:subscriptions` (Array<String>, if there is one) Subscriptions.
    # - `:tickets` (Array<String>, if there is one) Tickets.
    Records = %i[approvals gift_cards orders rewards subscriptions tickets].freeze

    # A line that is given back.
    #
    # - `:line` (String) The line's id.
    # - `:amount` (String, if there is one) How much of what the line cost, instead of items.
    # - `:quantity` (String, if there is one) How many items; with no amount either, all that is left of the line.
    RefundLine = %i[line amount quantity].freeze

    # A refund as the order keeps it.
    #
    # - `:id` (String) The host's id of the refund.
    # - `:at` (String) When it was recorded.
    # - `:amount` (String) What it comes to in the order's currency.
    # - `:lines` (Array<Shapes::RefundedLine>, if there is one) Lines.
    # - `:reason` (String, if there is one) Why; staff only.
    # - `:shipping` (String, if there is one) Shipping.
    # - `:tax` (String, if there is one) Tax.
    # - `:whole` (String, if there is one) An amount on the order as a whole.
    Refunded = %i[id at amount lines reason shipping tax whole].freeze

    # A line in a refund.
    #
    # - `:line` (String) The line's id.
    # - `:amount` (String, if there is one) How much of what the line cost, instead of items.
    # - `:quantity` (String, if there is one) How many items; with no amount either, all that was left of the line.
    RefundedLine = %i[line amount quantity].freeze

    # What was given and taken in a stretch of the span.
    #
    # - `:rows` (Array<Shapes::ActivityRow>) The sums, by actor, kind, reason and point type.
    # - `:next` (String, if there is one) Where to go on; absent when the whole span was walked over.
    ReportActivityPage = %i[rows next].freeze

    # What lapses: all of it when there is no `next`.
    #
    # - `:since` (String) When the first account was counted: everything is settled up to this moment or a later
    #   one, up to `at`.
    # - `:at` (String) When the last account so far was counted.
    # - `:expiring` (Array<Shapes::Ending>) The sums, by point type, and apart for customers and gift cards; only
    #   where something lapses.
    # - `:next` (String, if there is one) Where to go on; absent when all accounts are counted.
    ReportExpiringReport = %i[since at expiring next].freeze

    # What is outstanding: all of it when there is no `next`.
    #
    # - `:since` (String) When the first account was counted: everything is settled up to this moment or a later
    #   one, up to `at`.
    # - `:at` (String) When the last account so far was counted.
    # - `:outstanding` (Array<Shapes::Outstanding>) The sums, by point type, and apart for customers and gift cards.
    # - `:next` (String, if there is one) Where to go on; absent when all accounts are counted.
    ReportLiabilityReport = %i[since at outstanding next].freeze

    # What a customer gets who has forgotten the password.
    module ResetStyle
      # A password that was generated, and works once.
      GENERATED = "generated"
      # A link that works once.
      LINK = "link"
    end

    # What of a part of an order was given back: items and amounts add up, to the whole part at most.
    #
    # - `:amount` (String, if there is one) Amounts.
    # - `:charge` (String, if there is one) Shipping or tax.
    # - `:line` (String, if there is one) The line's id.
    # - `:quantity` (String, if there is one) How many items of a line.
    Returned = %i[amount charge line quantity].freeze

    # A reward of the catalogue.
    #
    # - `:id` (String) The id.
    # - `:gives` (Shapes::RewardKind) What it is.
    # - `:cost` (Shapes::Cost, if there is one) What it costs; one without a price cannot be redeemed, only granted.
    # - `:from` (String, if there is one) From when on it can be redeemed: an instant, or a local date.
    # - `:groups` (Array<String>, if there is one) The groups that can redeem it; everybody when there are none.
    # - `:life_days` (Integer, if there is one) How many days it lives once it is issued, 1 to 36,500; for ever when
    #   absent.
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:per_customer` (Integer, if there is one) How many one customer can have in all; without end when absent.
    # - `:statuses` (Array<Shapes::InStatus>, if there is one) The statuses that can redeem it, any of them;
    #   everybody when there are none.
    # - `:stock` (Integer, if there is one) How many there are in all, those that were issued included; without end
    #   when absent.
    # - `:until` (String, if there is one) Until when it can be redeemed: an instant, which is no longer part of it,
    #   or the last local date.
    Reward = %i[id gives cost from groups life_days name per_customer statuses stock until].freeze

    # What a reward is.
    #
    # The key `:kind` tells which.
    module RewardKind
      # A fixed amount off an order.
      #
      # - `:amount` (String) How much.
      # - `:currency` (String) The currency, one of the program's.
      AmountOff = %i[kind amount currency].freeze

      # A percentage off an order.
      #
      # - `:percent` (String) The percentage, more than 0, at most 100.
      PercentOff = %i[kind percent].freeze

      # A product.
      #
      # - `:sku` (String) The article.
      Product = %i[kind sku].freeze

      # Free shipping of an order.
      FreeShipping = %i[kind].freeze

      # Money on the customer's account, credited as it is issued.
      #
      # - `:type` (String) The point type, one of the kind money.
      # - `:amount` (String) How much.
      GiftCredit = %i[kind type amount].freeze

      # Whatever the shop makes of it.
      Custom = %i[kind].freeze

    end

    # The result of an operation on one reward of a customer.
    #
    # - `:customer` (String) The customer.
    # - `:reward` (Shapes::RewardView) The reward.
    RewardOneReward = %i[customer reward].freeze

    # A reward that a customer may choose.
    #
    # - `:reward` (String) The reward.
    # - `:name` (String) The name that people see.
    # - `:gives` (Shapes::RewardKind) What it is.
    # - `:available` (Boolean) Whether the customer can have it now.
    # - `:balance` (String, if there is one) What the customer can spend of the price's point type.
    # - `:code` (String, if there is one) The code of the error that redeeming it would give.
    # - `:cost` (Shapes::Cost, if there is one) What it costs; one without a price is only granted.
    # - `:left` (Integer, if there is one) How many are left; without end when absent.
    # - `:missing` (String, if there is one) What they lack.
    # - `:reason` (String, if there is one) Why not, for people.
    # - `:remaining` (String, if there is one) What would remain, where it can be had.
    # - `:until` (String, if there is one) Until when it can be had.
    RewardOption = %i[reward name gives available balance code cost left missing reason remaining until].freeze

    # The answer of `reward.options`.
    #
    # - `:customer` (String) The customer.
    # - `:options` (Array<Shapes::RewardOption>) The rewards, as the program lists them.
    RewardOptions = %i[customer options].freeze

    # A page of rewards.
    #
    # - `:rewards` (Array<Shapes::RewardView>) The rewards, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    RewardPage = %i[rewards next].freeze

    # The result of `reward.redeem`.
    #
    # - `:customer` (String) The customer.
    # - `:reward` (Shapes::RewardView) The reward.
    # - `:balance` (String) What the customer could spend before.
    # - `:remaining` (String) What remains to be spent.
    RewardRedeemed = %i[customer reward balance remaining].freeze

    # Where a reward stands.
    module RewardState
      # It waits to be used.
      OUTSTANDING = "outstanding"
      # It was used.
      USED = "used"
      # Its time is over.
      EXPIRED = "expired"
      # It was taken away, and gave back what it had taken: cost, stock and the customer's limit.
      CANCELED = "canceled"
      # It was taken away.
      REMOVED = "removed"
    end

    # A reward of a customer as answers show it.
    #
    # - `:id` (String) The id.
    # - `:reward` (String) The reward of the catalogue.
    # - `:name` (String) The name that people see.
    # - `:gives` (Shapes::RewardKind) What it is.
    # - `:state` (String) Where it stands.
    # - `:cause` (String) Why the customer has it.
    # - `:issued_at` (String) When it was issued.
    # - `:came_from` (Array<String>, if there is one) The ids it had before merges, the latest last.
    # - `:code` (String, if there is one) The code by which it is used, where it waits to be; it means nothing in a
    #   preview.
    # - `:comment` (String, if there is one) What the customer reads.
    # - `:credited` (String, if there is one) Of gift credit: the entry that credited it.
    # - `:ends_at` (String, if there is one) From when on it can no longer be used.
    # - `:note` (String, if there is one) An internal note; staff only.
    # - `:order` (String, if there is one) The order on which it was used.
    # - `:paid` (Shapes::Paid, if there is one) What was paid for it.
    # - `:reason` (String, if there is one) Why it was granted or removed; staff only.
    # - `:removed_at` (String, if there is one) When it was canceled or removed.
    # - `:used_at` (String, if there is one) When it was used.
    RewardView = %i[id reward name gives state cause issued_at came_from code comment credited ends_at note order paid reason removed_at used_at].freeze

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
    # - `:asks_approval` (Boolean, if there is one) Whether what is above becomes a request, which somebody else
    #   grants or rejects (`approval.grant`), instead of being refused for good.
    # - `:per_day` (String, if there is one) The largest sum of one actor in one day of the program's zone.
    # - `:per_operation` (String, if there is one) The largest value of one operation.
    RoleLimit = %i[type asks_approval per_day per_operation].freeze

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

    # What is wrong with a row of a file. Nothing was done with that row.
    #
    # - `:row` (Integer) The row, as a spreadsheet counts: the header is row 1.
    # - `:code` (String) An error code.
    # - `:problem` (String) What is wrong and what to do.
    # - `:column` (String, if there is one) The column, where one cell is wrong.
    # - `:value` (String, if there is one) What stands there, shortened.
    RowError = %i[row code problem column value].freeze

    # What a rule says of a basket.
    #
    # - `:rule` (String) The rule.
    # - `:type` (String) The point type.
    # - `:amount` (String, if there is one) What it would give.
    # - `:shares` (Array<Shapes::Share>, if there is one) What each part would have of it.
    # - `:times` (String, if there is one) A multiplier that fits: by how much it multiplies.
    # - `:why_not` (String, if there is one) Why it gives nothing.
    Said = %i[rule type amount shares times why_not].freeze

    # A section of the export of a customer.
    module Section
      # Who the customer is and where they stand: one row, with the decisions about mail (who, when, through what),
      # the blacklisting and the dates.
      PROFILE = "profile"
      # The addresses, oldest first.
      ADDRESSES = "addresses"
      # The saved payment methods, oldest first.
      PAYMENT_METHODS = "payment_methods"
      # How the membership changed, oldest first, also of accounts that were merged in.
      MEMBERSHIP = "membership"
      # How the blacklisting changed, oldest first; the shop's.
      BLACKLIST = "blacklist"
      # The balances, one per point type.
      BALANCES = "balances"
      # The holds, by point type and number.
      HOLDS = "holds"
      # The entries of all journals with what was written about them, newest first, also of accounts that were merged
      # in.
      ENTRIES = "entries"
      # The orders with lines, payments and refunds, oldest first.
      ORDERS = "orders"
      # The subscriptions, oldest first.
      SUBSCRIPTIONS = "subscriptions"
      # How they changed.
      SUBSCRIPTION_CHANGES = "subscription_changes"
      # What the customer would like.
      WISHLIST = "wishlist"
      # The rewards, oldest first.
      REWARDS = "rewards"
      # The stamp cards.
      STAMP_CARDS = "stamp_cards"
      # The status systems of the program.
      STATUSES = "statuses"
      # How the statuses changed.
      STATUS_CHANGES = "status_changes"
      # The gift cards that were issued to the customer, oldest first.
      GIFT_CARDS = "gift_cards"
      # The tickets, oldest first.
      TICKETS = "tickets"
      # What was written in them, ticket by ticket.
      TICKET_MESSAGES = "ticket_messages"
      # The merges into this customer, oldest first.
      MERGES = "merges"
      # What was asked for above a limit and waited for approval; the shop's.
      APPROVALS = "approvals"
      # The messages that wait for the host; the shop's.
      MESSAGES = "messages"
      # The commands that touched the customer, oldest first, also of accounts that were merged in; the shop's.
      COMMANDS = "commands"
      # The commands that were refused; the shop's.
      REFUSED_COMMANDS = "refused_commands"
    end

    # What a part of an order has of what the order earned.
    #
    # - `:amount` (String) How much.
    # - `:charge` (String, if there is one) Shipping or tax.
    # - `:line` (String, if there is one) The line's id.
    Share = %i[amount charge line].freeze

    # What happens when a reversed credit is spent already.
    module Shortfall
      # The reversal is refused; but a refund of an order has happened, and owes what is missing.
      REFUSE = "refuse"
      # What is missing becomes debt, even beyond the floor.
      DEBT = "debt"
      # What is missing is forgiven.
      FORGIVE = "forgive"
    end

    # A side of a merge.
    module Side
      # The account that remains.
      SURVIVOR = "survivor"
      # The account that becomes part of it.
      SOURCE = "source"
    end

    # What becomes of the points that paid for an order when it is refunded (rule O4).
    module SpentPoints
      # They stay spent.
      NONE = "none"
      # They return to the lots they came from, as after a reversal.
      OWN_LOTS = "own_lots"
      # They return to their lots; those whose end has passed get days of grace.
      OWN_LOTS_WITH_GRACE = "own_lots_with_grace"
      # They return as a new lot, which ends as the point type says.
      NEW_LOT = "new_lot"
    end

    # A kind of stamp card.
    #
    # - `:id` (String) The id.
    # - `:type` (String) The point type of its stamps, of the kind stamps; it has no other card.
    # - `:size` (Integer) How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished
    #   under that.
    # - `:reward` (String) The reward for a full card.
    # - `:completes` (String, if there is one) Who turns a full card into its reward.
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:slots` (Array<Shapes::StampSlot>, if there is one) Rewards on the way.
    StampCard = %i[id type size reward completes name slots].freeze

    # The answer of `stamp_card.progress`.
    #
    # - `:customer` (String) The customer.
    # - `:cards` (Array<Shapes::StampCardView>) The cards, as the program lists them.
    StampCardCards = %i[customer cards].freeze

    # The result of `stamp_card.complete`.
    #
    # - `:customer` (String) The customer.
    # - `:card` (Shapes::StampCardView) The card now.
    StampCardCompleted = %i[customer card].freeze

    # A stamp card of a customer.
    #
    # - `:card` (String) The card.
    # - `:name` (String) The name that people see.
    # - `:type` (String) The point type of its stamps.
    # - `:stamps` (Integer) The stamps on it.
    # - `:size` (Integer) The stamps that fill it.
    # - `:completed` (Integer) How many cards were completed.
    # - `:next` (Shapes::NextReward) The next reward on the card; of a full card, the one that waits.
    # - `:beyond` (Integer, if there is one) Stamps beyond a full card, which begin the next.
    StampCardView = %i[card name type stamps size completed next beyond].freeze

    # A slot of a card that has a reward of its own.
    #
    # - `:stamp` (Integer) The number of the stamp, from 1, before the last.
    # - `:reward` (String) The reward.
    StampSlot = %i[stamp reward].freeze

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

    # A status of a ladder.
    #
    # - `:id` (String) The id, such as `gold`.
    # - `:threshold` (String) The counter from which on a member has it; `"0"` for one that every member has.
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:rewards` (Array<String>, if there is one) The rewards that a member is granted who rises to it, once for
    #   each period (rule Y6).
    Status = %i[id threshold name rewards].freeze

    # What an agent can do to a status.
    module StatusAction
      # Give one.
      ASSIGN = "assign"
      # Give another.
      CHANGE = "change"
    end

    # One change of a subscription's status.
    #
    # - `:to` (String) The status after.
    # - `:at` (String) When it changed.
    # - `:from` (String, if there is one) The status before; absent where it began.
    StatusChange = %i[to at from].freeze

    # What happened to a status.
    module StatusChangeKind
      # Set by hand.
      ASSIGNED = "assigned"
      # The lock was taken off by hand.
      UNLOCKED = "unlocked"
      # The counter reached it.
      RAISED = "raised"
      # It was no longer kept.
      LOWERED = "lowered"
      # The program has another status in the place of the one before.
      MAPPED = "mapped"
      # Another account was merged in, or parted again.
      MERGED = "merged"
    end

    # A status that there is.
    #
    # - `:id` (String) The id.
    # - `:name` (String) The name.
    # - `:threshold` (String) The counter from which on a member has it.
    StatusChoice = %i[id name threshold].freeze

    # A status, and how far somebody is on the way to the next.
    #
    # - `:counter` (String) What has been counted: money, points, orders or visits, as the system says.
    # - `:status` (String, if there is one) The status, where there is one.
    StatusLevel = %i[counter status].freeze

    # Where a customer stands.
    #
    # - `:customer` (String) The customer.
    # - `:statuses` (Array<Shapes::StatusView>) Every status system of the program.
    StatusList = %i[customer statuses].freeze

    # What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a
    # customer's record is mapped when it is next read.
    #
    # - `:system` (String) The system that had it.
    # - `:from` (String) The status that went away.
    # - `:to` (String) The new status.
    # - `:to_system` (String, if there is one) The system of the new status, where it is another one; a member who
    #   stands higher there already stays there.
    StatusMapping = %i[system from to to_system].freeze

    # A ladder of statuses with what is counted for it.
    #
    # - `:id` (String) The id, such as `tier`.
    # - `:counts` (Shapes::Counts) What is counted. Once customers have statuses it cannot change, and neither can
    #   the window: their counters are kept in them.
    # - `:statuses` (Array<Shapes::Status>) The statuses; their order comes from the thresholds.
    # - `:falling` (String, if there is one) How far a status falls.
    # - `:grace_days` (Integer, if there is one) Days that a status stays when it could fall, in which it can still
    #   be earned again; 0 none.
    # - `:keep` (Shapes::Keep, if there is one) Until when a status is kept that was reached.
    # - `:name` (String, if there is one) The name that people see; the id when absent.
    # - `:window` (Shapes::Window, if there is one) Over which time it is counted.
    StatusSystem = %i[id counts statuses falling grace_days keep name window].freeze

    # Where a customer stands in a status system.
    #
    # - `:system` (String) The system.
    # - `:name` (String) Its name.
    # - `:counter` (String) What counts now.
    # - `:version` (Integer) The version, for `if_version`.
    # - `:choices` (Array<Shapes::StatusChoice>) The statuses of the system, the lowest first.
    # - `:action` (String, if there is one) What the button says to who may set a status here: `assign` where there
    #   is none, else `change`.
    # - `:changes` (Array<Shapes::PastStatusChange>, if there is one) The changes, newest first; only from
    #   `status.list`.
    # - `:falls_at` (String, if there is one) The end of the grace: the status falls then, unless it is earned
    #   again.
    # - `:kept_until` (String, if there is one) The end of the qualification period: until then the status is kept.
    # - `:lock` (Shapes::Lock, if there is one) What an agent decided.
    # - `:next` (Shapes::NextStatus, if there is one) The next status above, and what is missing for it.
    # - `:since` (String, if there is one) Since when.
    # - `:status` (Shapes::StatusChoice, if there is one) The status; absent when there is none.
    StatusView = %i[system name counter version choices action changes falls_at kept_until lock next since status].freeze

    # Something that is not as it was before the merge.
    #
    # - `:what` (String) What.
    # - `:why` (String) Why.
    Stayed = %i[what why].freeze

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
    # - `:came_from` (String, if there is one) The customer whose it was before a merge.
    # - `:link` (String, if there is one) A link into the host's own page; staff only.
    # - `:name` (String, if there is one) What is subscribed to, as people call it.
    # - `:next_payment_at` (String, if there is one) When the next payment is due.
    SubscriptionView = %i[history customer id version status started_at came_from link name next_payment_at].freeze

    # What rows have given and taken in one point type.
    #
    # - `:type` (String) The point type.
    # - `:given` (String) Given in all.
    # - `:taken` (String) Taken in all.
    Sum = %i[type given taken].freeze

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
      # The rewards, newest first.
      REWARDS = "rewards"
      # The stamp cards.
      STAMPS = "stamps"
      # The status systems of the program.
      STATUSES = "statuses"
      # The gift cards that were issued to the customer, newest first.
      GIFT_CARDS = "gift_cards"
      # The tickets, newest first.
      TICKETS = "tickets"
      # The merges into this customer, newest first.
      MERGES = "merges"
      # The commands that touched this customer, newest first.
      AUDIT = "audit"
    end

    # What a refund took back of what one rule gave, or gave back of what had been spent.
    #
    # - `:type` (String) The point type.
    # - `:amount` (String) How much.
    # - `:entry` (String) The entry that reverses.
    # - `:forgiven` (String, if there is one) Of what was earned: what was spent already and is forgiven.
    # - `:lapsed` (String, if there is one) Of what was earned: what had lapsed and so counts as taken.
    # - `:rule` (String, if there is one) The rule that gave it; absent for points that were spent on the order and
    #   return.
    Taken = %i[type amount entry forgiven lapsed rule].freeze

    # The template of one mail. Where the program has none, the library's own words are sent.
    #
    # `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in
    # HTML and never read as a template again. All have `program`, `name` (the email where there is no name),
    # `first_name`, `last_name` and `email`.
    #
    # - `:id` (String) Which mail it is for.
    # - `:subject` (String) The subject.
    # - `:text` (String) The mail as plain text.
    # - `:html` (String, if there is one) The mail as HTML, if it shall have that too.
    # - `:locale` (String, if there is one) For customers of this locale, such as `de-AT`, or of this language, such
    #   as `de`; for everybody else when absent.
    Template = %i[id subject text html locale].freeze

    # The mails that the library queues, each with the placeholders it has besides those of all.
    module TemplateId
      # A ticket was created: `ticket`, `subject`, `text`.
      TICKET_CREATED = "ticket_created"
      # The shop has written in a ticket: `ticket`, `subject`, `text`.
      TICKET_REPLY = "ticket_reply"
      # A password was generated: `password`, `minutes`; it must show the password.
      PASSWORD_GENERATED = "password_generated"
      # A link to choose a password: `link`, `token`, `minutes`; it must show the link or the token.
      PASSWORD_LINK = "password_link"
    end

    # Something that was written in a ticket, as answers show it.
    #
    # - `:number` (Integer) Its number in the ticket, from 1.
    # - `:from` (String) Who has written it.
    # - `:at` (String) When.
    # - `:text` (String) The text, as it was written: escape it before you show it as HTML.
    # - `:author` (String, if there is one) The actor who recorded it; customers see none but themselves.
    # - `:internal` (Boolean, if there is one) An internal note, which no customer sees.
    TicketMessageView = %i[number from at text author internal].freeze

    # A page of tickets.
    #
    # - `:tickets` (Array<Shapes::TicketView>) The tickets, newest first.
    # - `:next` (String, if there is one) Where to go on; absent on the last page.
    TicketPage = %i[tickets next].freeze

    # The receipt of what changes a ticket. It repeats no text, so that none stands in the log.
    #
    # - `:customer` (String) The customer.
    # - `:ticket` (String) The ticket's id.
    # - `:state` (String) Where it stands.
    # - `:version` (Integer) Its version now.
    # - `:emailed` (Boolean) Whether a mail to the customer was queued; not where they have no email.
    TicketSaved = %i[customer ticket state version emailed].freeze

    # Where a ticket stands.
    module TicketState
      # Somebody still has to do something.
      OPEN = "open"
      # It is done.
      CLOSED = "closed"
    end

    # A ticket with a page of its thread.
    #
    # - `:ticket` (Shapes::TicketView) The ticket.
    # - `:messages` (Array<Shapes::TicketMessageView>) What is written in it, oldest first.
    # - `:next` (Integer, if there is one) Where to go on; absent on the last page.
    TicketThread = %i[ticket messages next].freeze

    # A ticket as answers show it.
    #
    # - `:customer` (String) The customer.
    # - `:ticket` (String) The ticket's id, the same for ever.
    # - `:state` (String) Where it stands.
    # - `:subject` (String) What it is about.
    # - `:opened_at` (String) When it was created.
    # - `:updated_at` (String) When a message was last written, or it was closed or reopened.
    # - `:last_from` (String) Who has written last: where it is the customer, the shop's turn has come.
    # - `:messages` (Integer) How many messages there are, notes apart.
    # - `:version` (Integer) The version of the ticket, for `if_version`.
    # - `:came_from` (String, if there is one) The customer whose it was before a merge.
    # - `:closed_at` (String, if there is one) When it was closed.
    # - `:link` (String, if there is one) A link into the host's own page; staff only.
    # - `:notes` (Integer, if there is one) How many internal notes there are; staff only.
    TicketView = %i[customer ticket state subject opened_at updated_at last_from messages version came_from closed_at link notes].freeze

    # A day of the week.
    module Weekday
      MONDAY = "monday"
      TUESDAY = "tuesday"
      WEDNESDAY = "wednesday"
      THURSDAY = "thursday"
      FRIDAY = "friday"
      SATURDAY = "saturday"
      SUNDAY = "sunday"
    end

    # Why a side wins.
    module Why
      # It was chosen.
      CHOSEN = "chosen"
      # Both are the same.
      SAME = "same"
      # The other side is empty.
      OTHER_EMPTY = "other_empty"
      # Both have a value: the survivor's stays.
      SURVIVOR = "survivor"
      # Group, locale and link are the survivor's, also where it has none.
      SURVIVOR_ALWAYS = "survivor_always"
      # Somebody else has the source's email.
      TAKEN = "taken"
    end

    # Why something stayed.
    module WhyStayed
      # It was edited since.
      EDITED = "edited"
      # Somebody else has the email by now; it is empty.
      TAKEN = "taken"
      # A blacklisting stays on both.
      BLACKLISTED = "blacklisted"
      # It has earned for the survivor.
      EARNED = "earned"
      # What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order does not
      # bring it back.
      CAPTURED = "captured"
      # What an entry of the source had spent came back meanwhile, to the survivor.
      CAME_BACK = "came_back"
    end

    # Over which time is counted (rule Y1).
    #
    # The key `:over` tells which.
    module Window
      # All of it.
      Lifetime = %i[over].freeze

      # The calendar year, in the program's zone.
      CalendarYear = %i[over].freeze

      # The last days or months: the window ends now and leaves out its first instant.
      #
      # - `:period` (String) The unit of `count`.
      # - `:count` (Integer) How many, 1 to 36,500.
      Rolling = %i[over period count].freeze

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
    # - `:redirected_to` (String, if there is one) The customer whom the request named was merged into this one, for
    #   whom it was run (rule G8).
    # - `:replayed` (Boolean, if there is one) This is the receipt of an earlier request with the same idempotency
    #   key; nothing was written now (rule L10).
    # - `:rewards` (Array<Shapes::RewardView>, if there is one) The rewards that followed by themselves: of stamp
    #   cards and statuses.
    Receipt = %i[result recorded_at balances entries messages plan redirected_to replayed rewards].freeze

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
    # Rules K4, K5, Y2, Y4, W3.
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

    # Exports the customers of `customer.list` as CSV, page by page: the same filter, search and order, with the
    # columns you choose.
    #
    # The pages put together, as they are, are one file by RFC 4180 in UTF-8: the first begins with the header, and
    # further ones go on with the `next` of the one before as `cursor`. A row that does not change meanwhile is
    # neither skipped nor there twice. A cell that a spreadsheet would take for a formula has an apostrophe in
    # front, which `customer.import_csv` takes off again.
    #
    # The columns are named by their words, which the preset `loyalty` of `customer.import_csv` knows: what it reads
    # of them gives the same customers again. Those of a status are there where the program has one status system.
    # Of several addresses it is the default for parcels, else that for invoices, else the oldest.
    #
    # Errors: `invalid_request` at the place in the filter, the search, the columns, the cursor or the limit that
    # does not fit.
    #
    # Rules K7, K6.
    #
    # @param columns [Array<String>, nil] The columns, each named once; those of `customer.list` when absent.
    # @param cursor [String, nil] Where to go on: `next` of the page before.
    # @param descending [Boolean, nil] Largest, last or newest first. When absent: false with `sort`, true without.
    # @param filter [Shapes::Condition, nil] Which customers, as in `customer.list`; all when absent.
    # @param guests [Boolean] Whether guests are exported too.
    # @param limit [Integer, nil] Rows on the page, 1 to 500; 500 when absent.
    # @param search [String, nil] At most 10 words, 200 characters.
    # @param sort [String, nil] The field to sort by. When absent, the newest come first. One of Shapes::Field.
    # @return [Shapes::CustomerExported]
    # @raise [LoyaltyError] when the library refuses
    def export_csv(
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
        "customer.export_csv",
        { columns: columns, cursor: cursor, descending: descending, filter: filter, limit: limit, search: search, sort: sort },
        { guests: guests },
        {}
      )
    end

    # Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or
    # not at all.
    #
    # Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
    # before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
    # pieces with `preview`: the dry run runs the same commands and commits none of them. Rows that are wrong are
    # listed by row, column and value, and hinder no others.
    #
    # The pieces of a dry run do not see each other: a customer who stands in two of them is found by the real run
    # only.
    #
    # `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their
    # name": "last_name"}`, or null for one that is left out. The first answer shows what each column is read as.
    # Points and passwords are never imported.
    #
    # The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email,
    # under the host's secret. A customer is there already when the id is, or the email, compared without case:
    # `existing` says what happens then. An update leaves alone what the row leaves empty, and neither brings back
    # an opt-in that was withdrawn nor a member who has left.
    #
    # A row with a status sets it as `status.assign` does: locked, of a member, and until an end that has not
    # passed. The lock ends with the day that `status_valid_through` names, or at the instant. Where the program has
    # several systems, `status_system` says which. An empty cell leaves the status alone, and so does one that says
    # what is so already.
    #
    # Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row
    # that is another one then is an error. The group needs the right `customer.assign_group` too, joining
    # `membership.enroll`, and so on for each change of membership, the blacklist `blacklist.set`, and setting a
    # status `status.assign`.
    #
    # Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.
    #
    # Rules K8, K3, Y6, O8, B2.
    #
    # @param batch [String] Your id for this import, at most 40 characters.
    # @param csv [String] The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    # @param after [Shapes::ImportNext, nil] The `next` of the answer before; without it the file begins.
    # @param clear_blanks [Boolean] Whether an empty cell empties the field of a customer who is updated. Usually it
    #   leaves it alone.
    # @param columns [Hash{Symbol => String}] What columns are read as, by their names in the file; null leaves one
    #   out. Goes before the preset.
    # @param dates [String] In which order the numbers of dates stand; `ymd` when absent. One of Shapes::DateOrder.
    # @param enroll [String] Who joins the program; as the file says when absent. One of Shapes::Enrolling.
    # @param existing [String] What happens with a row whose customer is there already; `refuse` when absent. One of
    #   Shapes::Existing.
    # @param grant [Boolean] Whether who joins gets the bonus for new members and the rewards of a status that they
    #   reach thereby. Usually they get nothing, now or later: they had theirs where they come from.
    # @param id_prefix [String, nil] Ids are this and the number of the row, where the file has none.
    # @param last [Boolean] Whether the file ends with this piece.
    # @param preset [String, nil] The format of the file. One of Shapes::Preset.
    # @param trigger_rewards [Boolean] Whether the rewards of a status that a row sets are granted, as on rising to
    #   it.
    # @param values [Hash{Symbol => Hash{Symbol => String}}] What words in a column mean, by the column's name in
    #   the file: `{"Club": {"gold card": "yes"}}`. An empty text means an empty cell.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::CustomerImported]
    # @raise [LoyaltyError] when the library refuses
    def import_csv(
      batch:,
      csv:,
      after: ABSENT,
      clear_blanks: nil,
      columns: nil,
      dates: nil,
      enroll: nil,
      existing: nil,
      grant: nil,
      id_prefix: ABSENT,
      last: nil,
      preset: ABSENT,
      trigger_rewards: nil,
      values: nil,
      preview: false
    )
      @caller.call(
        "customer.import_csv",
        { batch: batch, csv: csv, after: after, id_prefix: id_prefix, preset: preset },
        { clear_blanks: clear_blanks, columns: columns, dates: dates, enroll: enroll, existing: existing, grant: grant, last: last, trigger_rewards: trigger_rewards, values: values },
        { preview: preview }
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

    # Erases a customer for good: everything personal disappears from every record, index, message, comment and log,
    # also of the accounts that were merged into theirs. Amounts stay under the same opaque id, so that the books
    # still balance and `journal.verify` finds them sound. It cannot be undone.
    #
    # Erased are profile, addresses, payment methods, mail preferences, wishlist, subscriptions, statuses, messages
    # that wait, what was written about entries, orders, rewards and merges, the receipts and idempotency keys of
    # all commands, and the texts of gift cards, also of those that others sent to the person's email. The cards go
    # on paying for whoever holds them, and rewards that waited are removed. What was begun is settled: captures,
    # releases, reversals and refunds that come later touch the ledger alone. An email that was blacklisted stays
    # blocked, as a hash under the host's secret. Merges can no longer be undone. The id is never given again;
    # choose ids that are not personal themselves, for they stay.
    #
    # A customer with much history does not fit into one commit: then `complete` is false, and the rest goes with
    # further calls, without the same idempotency key, or with `maintenance.run`. The person's profile is gone with
    # the first; only the emails are known until the last, to find what others sent to them.
    #
    # An account on hold is refused; with `erasure`, because the person demands it, it is reactivated and deleted in
    # one.
    #
    # Errors: `not_found`; `invalid_transition` when on hold, merged or deleted; `version_conflict` for another
    # version of the membership; `invalid_request` when an email must stay blocked and the host has configured no
    # secret.
    #
    # Rules K11, M1, M3, G9.
    #
    # @param customer [String] The customer.
    # @param erasure [Boolean] The person demands it, also of an account on hold.
    # @param reason [String, nil] Why; staff only. It is kept: do not name the person.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::CustomerDeleted
    # @raise [LoyaltyError] when the library refuses
    def delete(
      customer:,
      erasure: nil,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "customer.delete",
        { customer: customer, reason: reason },
        { erasure: erasure },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Answers everything that is known about a customer, in one readable JSON document, section by section: also
    # what was merged into the account, who decided about which mail when and through what, and every command that
    # touched it.
    #
    # Nothing is cut off silently. A section with more rows than `limit` stands in `more` with a cursor: ask for
    # that `section` with that `cursor` until it is there no more. Sections of which the actor lacks the right stand
    # in `withheld`.
    #
    # The shop's people get internal notes and reasons too, for they are data about the person: look through them
    # before you hand the document out. Customers who export their own see neither those nor the shop's people, nor
    # its blacklist, its messages and its log. Of an erased customer it answers what is left.
    #
    # Errors: `not_found`; `invalid_request` for the limit, and for a cursor without its section.
    #
    # Rules K12, K4, E1, W3.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the section goes on: from `more`.
    # @param limit [Integer, nil] Rows of each section, 1 to 500; 500 when absent.
    # @param section [String, nil] One section; all when absent. One of Shapes::Section.
    # @return [Shapes::CustomerExportedData]
    # @raise [LoyaltyError] when the library refuses
    def export_data(
      customer:,
      cursor: ABSENT,
      limit: ABSENT,
      section: ABSENT
    )
      @caller.call(
        "customer.export_data",
        { customer: customer, cursor: cursor, limit: limit, section: section },
        {},
        {}
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
    # email that another blacklisted customer has too stays blocked, and of somebody who was erased since it frees
    # what they still block. On again renews the reason, with who gave it and when, and nothing else. Every change
    # is kept with who, when and why.
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
    # The first time, say who has referred them: the program may give a bonus to the one or the other, now or with
    # their first order. The shop says it, not the customer.
    #
    # Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile;
    # `invalid_request` for who would refer themselves; `not_eligible` for a referrer who is no member, and when the
    # customer was a member before; `not_found`.
    #
    # Rules M0, M1, M3, O8.
    #
    # @param customer [String] The customer.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param referred_by [String, nil] Who has referred them, a member.
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
      referred_by: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "membership.enroll",
        { customer: customer, comment: comment, reason: reason, referred_by: referred_by },
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

  # The operations of `merge`.
  class MergeOperations
    def initialize(caller)
      @caller = caller
    end

    # Merges one account into another: `source` becomes part of `survivor`, and its id leads there from then on.
    #
    # Show a preview first: its receipt has every field of both profiles side by side with the winner and why,
    # decisions about mail and statuses, the entries that move the value, and the balances afterwards; apply with
    # its `plan`, and exactly that is done or refused. The survivor's filled fields win and its blanks are filled,
    # unless `from_survivor` or `from_source` choose otherwise; group, locale and link stay the survivor's. Points
    # move with their ends and holds; what the source had recorded moves too. An opt-out from mail wins on each
    # list, and so does a blacklisting. `merge.undo` takes it back.
    #
    # Errors: `not_found`; `invalid_request` for a merge with oneself, or a field chosen twice; `invalid_transition`
    # when the source is merged, deleted or on hold; `not_eligible` when the survivor is not enrolled, and when
    # neither is in a state for it: then it says so of both; `already_exists` when somebody else has the email that
    # was chosen; `forbidden` to change the group without the right `customer.assign_group`; `limit_exceeded` beyond
    # 100 accounts in one.
    #
    # Rules G1, G2, G3, G4, G5, G6, G7, G8, G10.
    #
    # @param survivor [String] The customer who remains; enrolled.
    # @param source [String] The customer who becomes part of the survivor.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param from_source [Array<String>] Fields of the profile that are the source's, also where it has none. One of
    #   Shapes::ProfileField.
    # @param from_survivor [Array<String>] Fields of the profile that are the survivor's, also where it has none.
    #   One of Shapes::ProfileField.
    # @param reason [String, nil] Why; staff only.
    # @param trigger_rewards [Boolean] Whether a status that the survivor reaches by it grants its rewards.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::Merged
    # @raise [LoyaltyError] when the library refuses
    def apply(
      survivor:,
      source:,
      comment: ABSENT,
      from_source: nil,
      from_survivor: nil,
      reason: ABSENT,
      trigger_rewards: nil,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "merge.apply",
        { survivor: survivor, source: source, comment: comment, reason: reason },
        { from_source: from_source, from_survivor: from_survivor, trigger_rewards: trigger_rewards },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Takes the newest merge into a survivor back: the source is its own account again, in the state in which it
    # was.
    #
    # It gets back what it brought and the survivor has not spent, and what was added to the survivor's records goes
    # from them. Fields that the merge changed are as before, unless they were edited since. The receipt names what
    # stayed and why. After a merge the older ones can be undone, one by one.
    #
    # Errors: `not_found` without such a merge; `not_eligible` when a newer merge must be undone first, when it was
    # undone already or the source was enrolled afresh, and while the survivor is merged, deleted or on hold.
    #
    # Rules G9, M0.
    #
    # @param survivor [String] The customer into whom was merged.
    # @param source [String] The customer who was merged.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::MergeUndone
    # @raise [LoyaltyError] when the library refuses
    def undo(
      survivor:,
      source:,
      comment: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "merge.undo",
        { survivor: survivor, source: source, comment: comment, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
    # and whether it was undone.
    #
    # Errors: `not_found`.
    #
    # Rules G6, G9.
    #
    # @param customer [String] The customer.
    # @return [Shapes::MergeHistory]
    # @raise [LoyaltyError] when the library refuses
    def history(
      customer:
    )
      @caller.call(
        "merge.history",
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
    #   before the account's last debit, lapse, reinstatement, transfer or reversal of a debit.
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

    # Gives points that are there another end: all of a point type, or those of one credit, or those that end in a
    # span of time.
    #
    # Nothing but ends changes. A changed program moves no existing date by itself: with `by_policy` an operator
    # lets its policy of now count for what is there, from each credit's own date. Points that are pending stay so,
    # and so do those that a hold has set aside. An end that has passed is refused, since no points are taken by
    # this; choose other lots then. Where points begin to follow the account's date, and it has none to come, its
    # time begins now. At most 500 lots at once. The entry names each lot twice: taken with its old end, put back
    # with its new one. Ask with `preview: true` to see which lots get which ends, and confirm with its `plan`;
    # `points.reverse` gives the old ends back.
    #
    # Errors: `invalid_request` unless exactly one new end is given, and for one that has passed or that comes
    # before the points are active; `not_eligible` where no points get another end, or the membership state does not
    # allow it; `limit_exceeded` for more than 500 lots, or beyond what the actor's roles may move; `not_found`;
    # `version_conflict` when `if_version` is not the account's version.
    #
    # Rules L4, L5, P1.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param by_policy [Boolean] They end as the program's policy says now, counted from their own credit.
    # @param comment [String, nil] What the customer reads.
    # @param ending_after [String, nil] Only points that end after this moment, or never.
    # @param ending_before [String, nil] Only points that end before this moment.
    # @param entry [String, nil] Only points of the credit that this entry made; of a merge, all that came with it.
    # @param expires_after_days [Integer, nil] They end so many days after the local date of their own credit, 1 to
    #   36,500.
    # @param expires_at [String, nil] The instant at which they end.
    # @param never_expires [Boolean] They never end.
    # @param note [String, nil] An internal note; staff only.
    # @param reason [String, nil] Why; staff only. The program may require it, as for an adjustment.
    # @param valid_through [String, nil] The last local day on which they count.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsRedated
    # @raise [LoyaltyError] when the library refuses
    def redate(
      customer:,
      type:,
      by_policy: nil,
      comment: ABSENT,
      ending_after: ABSENT,
      ending_before: ABSENT,
      entry: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      never_expires: nil,
      note: ABSENT,
      reason: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.redate",
        { customer: customer, type: type, comment: comment, ending_after: ending_after, ending_before: ending_before, entry: entry, expires_after_days: expires_after_days, expires_at: expires_at, note: note, reason: reason, valid_through: valid_through },
        { by_policy: by_policy, never_expires: never_expires },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Brings back points that have lapsed not long ago: within the `reinstatement_days` of the point type.
    #
    # All of them, or those of one credit, or an amount: what lapsed last comes back first. They get a new end,
    # given here or as the point type says, counted from now; at most one of the four expiry arguments may stand.
    # What is owed is repaid first. The days of the window are local days, counted as those of an expiry: what
    # lapsed on day D can be brought back until the first instant of day D + N. At most 500 lots at once.
    #
    # Only what lapsed by itself comes back, not what a member who left has forfeited, nor what a reversal has
    # counted as taken. After a merge, what had lapsed before it in the account that was merged stays there; after
    # the undo of one, what lapsed between.
    #
    # It counts for the actor's limits. Less has expired by it, so that the balance is what the totals say; no debit
    # may be dated back to before it. It cannot be reversed: ask with `preview: true` first and confirm with its
    # `plan`, and take what came back by mistake with `points.adjust`.
    #
    # Errors: `not_eligible` where the point type has no window, nothing lapsed in it, or the membership state does
    # not allow it; `already_used`, with what there is, for an amount beyond that; `invalid_request` for more than
    # one end, or one that has passed; `limit_exceeded` beyond what the actor's roles may give, or for more than 500
    # lots; `not_found`; `version_conflict` when `if_version` is not the account's version.
    #
    # Rules L5, L7, P1.
    #
    # @param customer [String] The customer.
    # @param type [String] The point type.
    # @param amount [String, nil] How much, more than zero; all when absent.
    # @param comment [String, nil] What the customer reads.
    # @param entry [String, nil] Only points of the credit that this entry made; of a merge, all that came with it.
    # @param expires_after_days [Integer, nil] They end so many days after the local date of now, 1 to 36,500.
    # @param expires_at [String, nil] The instant at which they end.
    # @param never_expires [Boolean] They never end.
    # @param note [String, nil] An internal note; staff only.
    # @param reason [String, nil] Why; staff only. The program may require it, as for an adjustment.
    # @param valid_through [String, nil] The last local day on which they count.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsReinstated
    # @raise [LoyaltyError] when the library refuses
    def reinstate(
      customer:,
      type:,
      amount: ABSENT,
      comment: ABSENT,
      entry: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      never_expires: nil,
      note: ABSENT,
      reason: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.reinstate",
        { customer: customer, type: type, amount: amount, comment: comment, entry: entry, expires_after_days: expires_after_days, expires_at: expires_at, note: note, reason: reason, valid_through: valid_through },
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
    # totals as they were at that moment, by the times at which entries took effect; with `as_recorded_at` beside
    # it, as they stood in the books at that later moment: what was recorded since does not count, even where it was
    # dated back. What time alone had done by then counts, whether or not it was swept.
    #
    # Rules L4, L6, L7, L12.
    #
    # @param customer [String] The customer.
    # @param as_of [String, nil] A moment that has passed.
    # @param as_recorded_at [String, nil] The totals of `as_of` as the books had them at this moment: not before
    #   `as_of`, nor in the future.
    # @param type [String, nil] One point type; all when absent.
    # @return [Shapes::PointsBalances]
    # @raise [LoyaltyError] when the library refuses
    def balance(
      customer:,
      as_of: ABSENT,
      as_recorded_at: ABSENT,
      type: ABSENT
    )
      @caller.call(
        "points.balance",
        { customer: customer, as_of: as_of, as_recorded_at: as_recorded_at, type: type },
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
    # it drew on, and by what is left of its own lot. What an order earned is explained by its lines, down to the
    # unit. What came by a merge or from another customer is explained by the entry that brought it, whose
    # `counterpart` leads on; a customer is not led to another.
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

    # Sets points aside for a checkout in progress, or all parts of a mixed payment at once: points of several types
    # and at most one gift card.
    #
    # The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
    # checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
    # the time is over. Of a mixed payment every part is a hold of its own, and all are set aside or none.
    #
    # Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending; for a gift
    # card also `blocked`, `expired`, `invalid_transition`, `not_found` and, for a code with a typing error,
    # `invalid_request`.
    #
    # Rules L8, R7.
    #
    # @param customer [String] The customer.
    # @param amount [String, nil] How much, more than zero.
    # @param order [String, nil] The order for which it is.
    # @param parts [Array<Shapes::HoldPart>] The parts of a mixed payment, at most 20, instead of `type` and
    #   `amount`.
    # @param seconds [Integer, nil] How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    # @param type [String, nil] The point type.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsHeld
    # @raise [LoyaltyError] when the library refuses
    def hold(
      customer:,
      amount: ABSENT,
      order: ABSENT,
      parts: nil,
      seconds: ABSENT,
      type: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.hold",
        { customer: customer, amount: amount, order: order, seconds: seconds, type: type },
        { parts: parts },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
    # the time is over. Of a mixed payment several holds are captured at once, all or none.
    #
    # Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
    # hold; for a gift card also `blocked` and `invalid_transition`.
    #
    # Rules L8, M2, R7.
    #
    # @param customer [String] The customer.
    # @param amount [String, nil] How much; all that is left when absent.
    # @param comment [String, nil] What the customer reads.
    # @param hold [String, nil] The hold's id.
    # @param holds [Array<String>] Several holds, at most 20, each with all that is left, instead of `hold` and
    #   `amount`.
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
      amount: ABSENT,
      comment: ABSENT,
      hold: ABSENT,
      holds: nil,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.capture",
        { customer: customer, amount: amount, comment: comment, hold: hold, order: order },
        { holds: holds },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
    # instant. Of a mixed payment several holds are released at once.
    #
    # Works in every live state, on an account on hold and on a blocked gift card too: what was begun is settled.
    #
    # Errors: `already_used` when less is left in the hold; `not_found`.
    #
    # Rules L8, M2, R7.
    #
    # @param customer [String] The customer.
    # @param amount [String, nil] How much; all that is left when absent.
    # @param hold [String, nil] The hold's id.
    # @param holds [Array<String>] Several holds, at most 20, each with all that is left, instead of `hold` and
    #   `amount`.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsHeld
    # @raise [LoyaltyError] when the library refuses
    def release(
      customer:,
      amount: ABSENT,
      hold: ABSENT,
      holds: nil,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.release",
        { customer: customer, amount: amount, hold: hold },
        { holds: holds },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Takes an earning, adjustment, redemption, capture or transfer back, once, or in parts up to its amount; or a
    # re-dating, once and as a whole.
    #
    # A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
    # type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
    # counts as taken), then others, then as the point type's `reversal_shortfall` says. A reversed re-dating gives
    # what is still there of its lots their old ends back, passed ones as for a debit; what is not there any more
    # stays as it is, and the answer says how much.
    #
    # A transfer is named by the entry of who gave. It is taken from who received it, as a credit is, and its lots
    # go back to the giver, as those of a debit do; in one commit, whoever has the two accounts by now.
    #
    # Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
    # `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.
    #
    # Rules L5, L9, L13, M2, P1.
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

    # Gives points of one customer to another, where the program lets the point type be transferred: its
    # `transferable`.
    #
    # The lots that end first go first, and keep their dates: one that follows the giver's account keeps the date
    # that the account has now. What the recipient owes is repaid first. Both journals have an entry, in one commit;
    # neither counts as earned or spent. `points.reverse` takes it back, by the entry of who gave.
    #
    # Agents and systems need a reason where the program requires one for adjustments, and reason, note and comment
    # stand in both journals. A customer who may transfer (the program's `customer_rights`) gives no reason and no
    # note; their comment stands in their own journal alone, and neither of the two sees who the other is, or what
    # they have: whoever cannot receive it is refused in the same words. An agent who acts as a customer cannot:
    # their own limits count.
    #
    # Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the point type
    # cannot be transferred, or the membership state of either does not allow it; `not_found`; `invalid_request` for
    # oneself; `limit_exceeded` beyond what the actor's roles may move; `version_conflict` when `if_version` is not
    # the version of the giver's account.
    #
    # Rules L13, L3, L7, M2, P1, W3.
    #
    # @param customer [String] The customer who gives.
    # @param recipient [String] The customer who receives.
    # @param type [String] The point type.
    # @param amount [String] How much, more than zero.
    # @param comment [String, nil] What the customers read.
    # @param note [String, nil] An internal note; staff only.
    # @param order [String, nil] The order of the giver that it is about; only their own entry names it.
    # @param reason [String, nil] Why; staff only. The program may require it.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PointsTransferred
    # @raise [LoyaltyError] when the library refuses
    def transfer(
      customer:,
      recipient:,
      type:,
      amount:,
      comment: ABSENT,
      note: ABSENT,
      order: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "points.transfer",
        { customer: customer, recipient: recipient, type: type, amount: amount, comment: comment, note: note, order: order, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `bulk`.
  class BulkOperations
    def initialize(caller)
      @caller = caller
    end

    # Adjusts the points of many customers as a CSV file says, sent piece by piece.
    #
    # Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
    # before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
    # pieces with `preview`: that is the dry run, it tells all errors and totals and, with the last piece, the
    # `file_plan`. Then all pieces again without `preview` and with that `file_plan`: that is the real run. A file
    # that is another than that of the plan is refused at its end, or before the first row that differs if each
    # piece states the `digest` that the dry run gave for it.
    #
    # Each row is done as `points.adjust` does it, or is refused by itself: `errors` name row, column and what is
    # wrong. With the policy `all_or_nothing` a dry run with errors gives no plan, and when a row is refused in the
    # real run all the same, all that was done is reversed as `bulk.reverse` does it; `errors` names what cannot be,
    # and the batch stays `failed`. Send any piece of it again, or call `bulk.reverse`, and it goes on with that.
    # Only who has begun such a batch may go on with it, or who may `bulk.reverse`.
    #
    # The batch's id and the row make each row happen once: send the file again after a crash, and what was done
    # answers as done. The same id with another file is refused; the same file under another id is another batch. A
    # row of a merged customer reaches the survivor.
    #
    # The pieces of a dry run do not see each other: where a customer stands in several of them, or a limit counts
    # by the day, the real run can refuse what the dry run let pass. A row above a limit of the actor's roles is
    # refused, also where the role asks for approval: do it by hand, with `points.adjust`.
    #
    # Errors: `invalid_request` for a file that cannot be read, such as one in another encoding or without a column
    # that must be there, or a plan of another file; `idempotency_conflict` for a batch of another file;
    # `limit_exceeded` for a piece with too many rows.
    #
    # Rules B1, B2, L2, P1, P2.
    #
    # @param batch [String] The batch's id, by which its rows are done once and it can be reversed.
    # @param csv [String] The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    # @param after [Shapes::Next, nil] The `next` of the answer before; without it the file begins.
    # @param comment [String, nil] The comment of rows that do not say it; "Manual adjustments" when absent.
    # @param digest [String, nil] The `digest` that the dry run gave for this piece: then no row of it is done if
    #   the file differs up to here.
    # @param expected [String, nil] With `set`: the balance that is expected of rows that do not say it.
    # @param file_plan [String, nil] The `file_plan` of the dry run; the real run needs it.
    # @param format [String] Whose columns the file has; our own when absent. One of Shapes::Format.
    # @param last [Boolean] Whether the file ends with this piece.
    # @param mode [String, nil] Whether amounts are added or are what balances shall be; what the format says when
    #   absent, and for ours `add`. One of Shapes::Mode.
    # @param policy [String] What becomes of the others when a row is refused; they stay done when absent. One of
    #   Shapes::Policy.
    # @param reason [String, nil] The reason of rows that do not say it.
    # @param type [String, nil] The point type of rows that do not say it.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::BulkAdjusted]
    # @raise [LoyaltyError] when the library refuses
    def adjust(
      batch:,
      csv:,
      after: ABSENT,
      comment: ABSENT,
      digest: ABSENT,
      expected: ABSENT,
      file_plan: ABSENT,
      format: nil,
      last: nil,
      mode: ABSENT,
      policy: nil,
      reason: ABSENT,
      type: ABSENT,
      preview: false
    )
      @caller.call(
        "bulk.adjust",
        { batch: batch, csv: csv, after: after, comment: comment, digest: digest, expected: expected, file_plan: file_plan, mode: mode, reason: reason, type: type },
        { format: format, last: last, policy: policy },
        { preview: preview }
      )
    end

    # Takes back what a batch has done, row by row, as `points.reverse` does it.
    #
    # Call it with the `next` of the answer before as `after` until there is none. A row that cannot be reversed,
    # because its points are spent and the point type refuses that, is named in `errors` and stays; from the
    # beginning again, it is tried again, and no row is reversed twice. What was reversed by hand counts as
    # reversed. From the first call on no more rows can be done in the batch; once all are taken back, it is
    # `reversed`.
    #
    # Errors: `not_found`.
    #
    # Rules B1, L9, P1.
    #
    # @param batch [String] The batch.
    # @param after [Integer, nil] The `next` of the answer before; from the first row when absent.
    # @param comment [String, nil] What the customer reads.
    # @param limit [Integer, nil] How many rows to look at at most, 1 to 10,000; 1,000 when absent.
    # @param reason [String, nil] Why; staff only.
    # @param preview [Boolean] Run without committing.
    # @return [Shapes::BulkUndone]
    # @raise [LoyaltyError] when the library refuses
    def reverse(
      batch:,
      after: ABSENT,
      comment: ABSENT,
      limit: ABSENT,
      reason: ABSENT,
      preview: false
    )
      @caller.call(
        "bulk.reverse",
        { batch: batch, after: after, comment: comment, limit: limit, reason: reason },
        {},
        { preview: preview }
      )
    end

    # A batch: how far it has come, who began it and when, what it gave and took.
    #
    # What is counted is counted with each row: it is right after a crash, too, and while the batch runs.
    #
    # Errors: `not_found`.
    #
    # Rule B1.
    #
    # @param batch [String] The batch.
    # @return [Shapes::BulkBatchView]
    # @raise [LoyaltyError] when the library refuses
    def get(
      batch:
    )
      @caller.call(
        "bulk.get",
        { batch: batch },
        {},
        {}
      )
    end
  end

  # The operations of `maintenance`.
  class MaintenanceOperations
    def initialize(caller)
      @caller = caller
    end

    # Does all work that is due by time: lots that lapse, on gift cards too, pending points that become active,
    # holds that time out, status periods, grace and locks that end, bonuses for birthdays. It also goes on with
    # erasures that were too large for one commit.
    #
    # Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
    # customers; running it twice, late or from two processes changes nothing. Answers about one customer never
    # depend on it; lists, reports and views do.
    #
    # Rules L6, O8, K11.
    #
    # @param limit [Integer, nil] How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when
    #   absent.
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

    # What a basket would earn, and why: by rule and by line, and which rules do not fit. Nothing is recorded.
    #
    # It takes the very way that an order takes when it earns. Without a customer it answers for a member in no
    # group and with no status, as a shop's product page shows it; rules that ask for more say so.
    #
    # Errors: `invalid_request` as for `order.record`; `not_found` for a customer that is not there.
    #
    # Rules O2, O3.
    #
    # @param currency [String] The currency, three capital letters.
    # @param lines [Array<Shapes::OrderOrderLine>] The lines, 1 to 500.
    # @param customer [String, nil] The customer who asks; nobody in particular when absent.
    # @param discount [String] Discount on the whole.
    # @param paid_with_points [String] How much of it would be paid with points.
    # @param placed_at [String, nil] When it would be placed; now when absent.
    # @param shipping [String] Shipping.
    # @param tax [String] Tax.
    # @return [Shapes::OrderQuoted]
    # @raise [LoyaltyError] when the library refuses
    def quote(
      currency:,
      lines:,
      customer: ABSENT,
      discount: nil,
      paid_with_points: nil,
      placed_at: ABSENT,
      shipping: nil,
      tax: nil
    )
      @caller.call(
        "order.quote",
        { currency: currency, lines: lines, customer: customer, placed_at: placed_at },
        { discount: discount, paid_with_points: paid_with_points, shipping: shipping, tax: tax },
        {}
      )
    end

    # Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
    #
    # Send the whole order each time something changes; as often as you like and from as many places as you like: an
    # order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
    # it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
    # (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
    # answer says why.
    #
    # Errors: `already_exists` when the number is another customer's; `already_used` when a payment names what pays
    # for another order; `not_eligible` when lines or amounts of an order that has earned would change;
    # `invalid_request` for negative prices or quantities, line ids that stand twice, too many decimal places, a
    # link that is none, a payment with what is not the customer's.
    #
    # Rules O1, O2, O3, O5, R8.
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

    # Gives back lines, items or an amount of an order, or all that is left of it, and takes back what it earned: in
    # proportion, from the shares that were stored when it earned, never from today's rules.
    #
    # Name lines, shipping and tax, or an amount on the whole order; nothing for all that is left. In whatever steps
    # an order is given back, at the end exactly what it earned has been taken. A refund with an id that the order
    # knows already does nothing and answers what stands. Points and gift cards that paid for the order return as
    # the program's `spent_points` says, each in proportion; onto a card that is deactivated nothing returns. What
    # it earned and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says;
    # with `refuse` it is owed, for the goods are back. It follows the order's owner, whichever customer is named,
    # and works in every live membership state.
    #
    # Errors: `exceeds_order` beyond what is left of the order; `not_found` for an order or line that is not there;
    # `already_exists` when the refund's id stands for another refund; `invalid_request` for another currency than
    # the order's, for what is zero or negative, and for a line that stands twice.
    #
    # Rules O4, O5, L9, M2, R7.
    #
    # @param customer [String] The customer.
    # @param number [String] The order's number.
    # @param refund [String] The host's id of the refund, unique in the order.
    # @param amount [String, nil] An amount on the order as a whole; it is shared among what is left of its parts.
    # @param currency [String, nil] The currency, to be sure: another than the order's is refused.
    # @param lines [Array<Shapes::RefundLine>, nil] The lines that are given back, each once.
    # @param reason [String, nil] Why; staff only.
    # @param shipping [String, nil] How much of shipping is given back.
    # @param tax [String, nil] How much of tax is given back.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::OrderReturns
    # @raise [LoyaltyError] when the library refuses
    def refund(
      customer:,
      number:,
      refund:,
      amount: ABSENT,
      currency: ABSENT,
      lines: ABSENT,
      reason: ABSENT,
      shipping: ABSENT,
      tax: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "order.refund",
        { customer: customer, number: number, refund: refund, amount: amount, currency: currency, lines: lines, reason: reason, shipping: shipping, tax: tax },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Cancels an order: everything that is left of it is given back, once. An order that has not earned yet never
    # will.
    #
    # Canceling what was given back already does nothing and answers what stands: a payment that runs out and is
    # canceled afterwards takes nothing twice. What the order earned and was spent already is owed as debt, or
    # forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is owed.
    #
    # Errors: `not_found` when there is no such order.
    #
    # Rules O4, O5, M2, T1.
    #
    # @param customer [String] The customer.
    # @param number [String] The order's number.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::OrderReturns
    # @raise [LoyaltyError] when the library refuses
    def cancel(
      customer:,
      number:,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "order.cancel",
        { customer: customer, number: number, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Gives a guest's order to a customer. It earns, once, as if the customer had been signed in when ordering; if
    # it is not paid yet, it earns for them when it is.
    #
    # Claiming what is the customer's already does nothing and answers what stands.
    #
    # Errors: `not_found` when there is no such order; `not_eligible` when it is not a guest's, or the customer is
    # merged, deleted or on hold.
    #
    # Rules O5, O6.
    #
    # @param customer [String] The customer who gets it.
    # @param number [String] The order's number.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::OrderRecorded
    # @raise [LoyaltyError] when the library refuses
    def claim(
      customer:,
      number:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "order.claim",
        { customer: customer, number: number },
        {},
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

    # The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
    # that belong to one master order.
    #
    # Rule O7.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param limit [Integer, nil] Orders on the page, 1 to 500; 50 when absent.
    # @param master_number [String, nil] Only the orders with this master number.
    # @return [Shapes::OrderPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      cursor: ABSENT,
      limit: ABSENT,
      master_number: ABSENT
    )
      @caller.call(
        "order.list",
        { customer: customer, cursor: cursor, limit: limit, master_number: master_number },
        {},
        {}
      )
    end
  end

  # The operations of `payment`.
  class PaymentOperations
    def initialize(caller)
      @caller = caller
    end

    # Says where a payment of a recorded order stands. An order that is paid by it earns, where the program says so.
    #
    # It takes nothing back: what was paid and is paid back or fails later is a refund or a cancellation of the
    # order, said once and for what it is. It follows the order's owner, whichever customer is named.
    #
    # Errors: `not_found` when there is no such order, or the order has no such payment; `already_used` when a
    # payment that had failed names what pays for another order by now.
    #
    # Rules O1, O5, O7, T1.
    #
    # @param customer [String] The customer.
    # @param order [String] The order's number.
    # @param payment [String] The payment's id.
    # @param status [String] Where it stands. One of Shapes::PaymentStatus.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PaymentRecorded
    # @raise [LoyaltyError] when the library refuses
    def update(
      customer:,
      order:,
      payment:,
      status:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "payment.update",
        { customer: customer, order: order, payment: payment, status: status },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
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

  # The operations of `reward`.
  class RewardOperations
    def initialize(caller)
      @caller = caller
    end

    # What a customer can have for their points: every reward of the catalogue, with its price, whether they can
    # have it now and, where not, why not.
    #
    # Errors: `not_found`.
    #
    # Rules R1, R2.
    #
    # @param customer [String] The customer.
    # @return [Shapes::RewardOptions]
    # @raise [LoyaltyError] when the library refuses
    def options(
      customer:
    )
      @caller.call(
        "reward.options",
        { customer: customer },
        {},
        {}
      )
    end

    # Lets a customer have a reward of the catalogue for its price.
    #
    # All of it happens or nothing: the price is spent, a piece of the stock and a place in the customer's limit are
    # taken, and the reward is issued with a code. A preview shows the name, the balance and what would remain.
    # `reward.options` tells beforehand what can be had.
    #
    # Errors: `insufficient_balance` when it costs too much; `out_of_stock`, with how many are left;
    # `limit_exceeded` when the customer has had as many as one can have; `not_eligible` for other groups or
    # statuses, before its time, without a price, or where the membership state does not allow it; `expired` after
    # its time; `not_found`.
    #
    # Rules R1, R2, R5.
    #
    # @param customer [String] The customer.
    # @param reward [String] The reward of the catalogue.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::RewardRedeemed
    # @raise [LoyaltyError] when the library refuses
    def redeem(
      customer:,
      reward:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "reward.redeem",
        { customer: customer, reward: reward },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Gives a customer a reward of the catalogue without cost.
    #
    # Stock and the limit of each customer hold as for everybody. For whom the reward is offered, and when, is for
    # those who redeem it: an agent gives it to whom they like.
    #
    # Errors: `out_of_stock`; `limit_exceeded` when the customer has had as many as one can have, or when gift
    # credit is more than the actor's roles may give; `not_eligible` where the membership state does not allow it;
    # `not_found`.
    #
    # Rules R3, R5, P1.
    #
    # @param customer [String] The customer.
    # @param reward [String] The reward of the catalogue.
    # @param reason [String] Why; staff only.
    # @param comment [String, nil] What the customer reads.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::RewardOneReward
    # @raise [LoyaltyError] when the library refuses
    def grant(
      customer:,
      reward:,
      reason:,
      comment: ABSENT,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "reward.grant",
        { customer: customer, reward: reward, reason: reason, comment: comment, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Uses a reward by its code, once. The code alone leads to the customer; type it in any way in which people
    # write it.
    #
    # Errors: `invalid_request` for a typing error; `not_found` for a code that nobody has; `already_used`, with
    # when; `expired`; `not_eligible` when the reward was canceled or removed, or the account is on hold.
    #
    # Rules R4, R5.
    #
    # @param code [String] The code.
    # @param order [String, nil] The order on which it is used.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::RewardOneReward
    # @raise [LoyaltyError] when the library refuses
    def consume(
      code:,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "reward.consume",
        { code: code, order: order },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Takes a reward away from a customer that they have not used.
    #
    # With `give_back` it is canceled, as if it had never been: the price returns, into the very lots that paid it,
    # and so do the piece of the stock and the place in the customer's limit. Without, it is removed, and what it
    # took stays taken.
    #
    # Errors: `already_used` for one that was used; `not_eligible` for one that was canceled or removed already;
    # `limit_exceeded` when the price is more than the actor's roles may give back; `not_found`.
    #
    # Rules R4, L9, P1.
    #
    # @param customer [String] The customer.
    # @param id [String] The id of the customer's reward.
    # @param reason [String] Why; staff only.
    # @param comment [String, nil] What the customer reads.
    # @param give_back [Boolean] Whether it gives back what it took; one that has expired can do so too.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::RewardOneReward
    # @raise [LoyaltyError] when the library refuses
    def remove(
      customer:,
      id:,
      reason:,
      comment: ABSENT,
      give_back: nil,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "reward.remove",
        { customer: customer, id: id, reason: reason, comment: comment, note: note },
        { give_back: give_back },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # The rewards of a customer, newest first.
    #
    # One whose time is over counts as expired from that instant on. A page of outstanding or expired ones may be
    # short and still have a `next`.
    #
    # Errors: `not_found`; `invalid_request` for the limit or the cursor.
    #
    # Rules R4, L6, W3.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param limit [Integer, nil] Rewards on the page, 1 to 500; 50 when absent.
    # @param state [String, nil] Only those in this state. One of Shapes::RewardState.
    # @return [Shapes::RewardPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      cursor: ABSENT,
      limit: ABSENT,
      state: ABSENT
    )
      @caller.call(
        "reward.list",
        { customer: customer, cursor: cursor, limit: limit, state: state },
        {},
        {}
      )
    end
  end

  # The operations of `stamp_card`.
  class StampCardOperations
    def initialize(caller)
      @caller = caller
    end

    # How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
    #
    # Errors: `not_found`.
    #
    # Rule R6.
    #
    # @param customer [String] The customer.
    # @return [Shapes::StampCardCards]
    # @raise [LoyaltyError] when the library refuses
    def progress(
      customer:
    )
      @caller.call(
        "stamp_card.progress",
        { customer: customer },
        {},
        {}
      )
    end

    # Turns a full stamp card into its reward: for cards that do not turn by themselves, and for those whose reward
    # could not be had when they became full. The receipt's `rewards` has the reward with its code.
    #
    # Errors: `insufficient_balance` when the card is not full; `out_of_stock`; `limit_exceeded` when the customer
    # has had the reward as often as one can; `not_eligible` where the membership state does not allow it;
    # `not_found`.
    #
    # Rules R5, R6.
    #
    # @param customer [String] The customer.
    # @param card [String] The card.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::StampCardCompleted
    # @raise [LoyaltyError] when the library refuses
    def complete(
      customer:,
      card:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "stamp_card.complete",
        { customer: customer, card: card },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `status`.
  class StatusOperations
    def initialize(caller)
      @caller = caller
    end

    # Sets a status by hand: any status of the system.
    #
    # One that is higher than evaluation gives is locked: it is not lowered, though it may still rise. One that is
    # lower is not raised. That holds through `valid_through`, or until `status.unlock`; `lock` asks for the other
    # lock. Rewards of the status are granted only with `trigger_rewards`, and never twice in its period. In a
    # system whose counter is set by hand, `counter` sets it, with or without a status.
    #
    # Errors: `not_found` for an unknown customer or system, or a status that the system does not have;
    # `not_eligible` for who is no member; `invalid_request` for a lock under which evaluation would undo it at
    # once, a date that has passed, or a counter that is not set by hand; `version_conflict`.
    #
    # Rules Y3, Y4, Y6, Y7.
    #
    # @param customer [String] The customer.
    # @param system [String] The status system.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param counter [String, nil] The counter, where it is set by hand; not negative.
    # @param lock [String, nil] The lock, where the usual one is not wanted. One of Shapes::LockKind.
    # @param note [String, nil] An internal note; staff only.
    # @param status [String, nil] The status.
    # @param trigger_rewards [Boolean] Whether the rewards of the status are granted, as on rising to it.
    # @param valid_through [String, nil] The last day of the lock, in the program's zone.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::StatusView
    # @raise [LoyaltyError] when the library refuses
    def assign(
      customer:,
      system:,
      comment: ABSENT,
      counter: ABSENT,
      lock: ABSENT,
      note: ABSENT,
      status: ABSENT,
      trigger_rewards: nil,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "status.assign",
        { customer: customer, system: system, comment: comment, counter: counter, lock: lock, note: note, status: status, valid_through: valid_through },
        { trigger_rewards: trigger_rewards },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
    #
    # Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
    # member; `version_conflict`.
    #
    # Rule Y3.
    #
    # @param customer [String] The customer.
    # @param system [String] The status system.
    # @param comment [String, nil] A comment; the customer reads it.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::StatusView
    # @raise [LoyaltyError] when the library refuses
    def unlock(
      customer:,
      system:,
      comment: ABSENT,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "status.unlock",
        { customer: customer, system: system, comment: comment, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Evaluates a customer in every status system as of now, and answers where they stand.
    #
    # Each counted event does that by itself, and so does every other command on the customer; ask for it where the
    # program has changed, and nothing else happens.
    #
    # Errors: `not_found`; `not_eligible` for who is no member.
    #
    # Rules Y5, M2.
    #
    # @param customer [String] The customer.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::StatusList
    # @raise [LoyaltyError] when the library refuses
    def evaluate(
      customer:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "status.evaluate",
        { customer: customer },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Answers, for each status system, where a customer stands: the status or none, the counter, the next status and
    # what is missing for it, until when the status is kept, the lock, the statuses to choose from, and the latest
    # changes with who and why.
    #
    # Customers do not see notes, nor the shop's people.
    #
    # Errors: `not_found`; `invalid_request` for the limit.
    #
    # Rules Y1, Y2, Y4, Y7, W3.
    #
    # @param customer [String] The customer.
    # @param limit [Integer, nil] Changes of each system, 1 to 500; 50 when absent.
    # @return [Shapes::StatusList]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      limit: ABSENT
    )
      @caller.call(
        "status.list",
        { customer: customer, limit: limit },
        {},
        {}
      )
    end
  end

  # The operations of `gift_card`.
  class GiftCardOperations
    def initialize(caller)
      @caller = caller
    end

    # Issues a gift card with an amount on it, to a customer or to nobody.
    #
    # The answer has the code, this once: it is stored as a keyed hash and its last four symbols only. A replay with
    # the same idempotency key does not have it, because it was given already; neither do previews and events. Of a
    # card whose code was lost nobody can find the code: deactivate it and issue another. A blank card (`inactive`)
    # pays once it is activated.
    #
    # What is on the card ends as the point type says, or as said here with at most one of the four expiry
    # arguments; the card ends with the last of its value.
    #
    # Errors: `already_exists` for the number; `invalid_request` for a point type that is no money, and where the
    # host has configured no secret; `limit_exceeded` beyond what the actor's roles may give; `not_found`.
    #
    # Rules R7, R8, P1.
    #
    # @param gift_card [String] The host's number of the card, as it is printed on it; not secret.
    # @param type [String] The point type, of the kind money.
    # @param amount [String] How much, more than zero.
    # @param customer [String, nil] The customer to whom it is issued; nobody when absent.
    # @param expires_after_days [Integer, nil] It ends so many days after today's local date, 1 to 36,500.
    # @param expires_at [String, nil] The instant at which it ends.
    # @param inactive [Boolean] Blank: it pays once it is activated.
    # @param message [String, nil] What the giver writes.
    # @param never_expires [Boolean] It never ends.
    # @param note [String, nil] An internal note; staff only.
    # @param order [String, nil] The order on which it was bought.
    # @param recipient [String, nil] Whom it is for.
    # @param recipient_email [String, nil] Where it is sent.
    # @param valid_through [String, nil] The last local day on which it counts.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardIssued
    # @raise [LoyaltyError] when the library refuses
    def issue(
      gift_card:,
      type:,
      amount:,
      customer: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      inactive: nil,
      message: ABSENT,
      never_expires: nil,
      note: ABSENT,
      order: ABSENT,
      recipient: ABSENT,
      recipient_email: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.issue",
        { gift_card: gift_card, type: type, amount: amount, customer: customer, expires_after_days: expires_after_days, expires_at: expires_at, message: message, note: note, order: order, recipient: recipient, recipient_email: recipient_email, valid_through: valid_through },
        { inactive: inactive, never_expires: never_expires },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
    #
    # Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
    # code with a typing error.
    #
    # Rule R7.
    #
    # @param code [String, nil] Its code, instead of the number.
    # @param gift_card [String, nil] The card's number.
    # @param order [String, nil] The order on which it was bought.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardView
    # @raise [LoyaltyError] when the library refuses
    def activate(
      code: ABSENT,
      gift_card: ABSENT,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.activate",
        { code: code, gift_card: gift_card, order: order },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Answers a card with what can be spent of it, and what was done with it, newest first, each with the balance
    # after it. It is named by its number or found by its code.
    #
    # Customers name themselves too, and see their own cards without notes. Nobody sees a code.
    #
    # Errors: `not_found`; `invalid_request` for a code with a typing error.
    #
    # Rules R7, W3.
    #
    # @param code [String, nil] Its code, instead of the number.
    # @param cursor [Integer, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] Only if it was issued to this customer.
    # @param gift_card [String, nil] The card's number.
    # @param limit [Integer, nil] Activities on the page, 1 to 500; 50 when absent.
    # @return [Shapes::GiftCardActivities]
    # @raise [LoyaltyError] when the library refuses
    def get(
      code: ABSENT,
      cursor: ABSENT,
      customer: ABSENT,
      gift_card: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "gift_card.get",
        { code: code, cursor: cursor, customer: customer, gift_card: gift_card, limit: limit },
        {},
        {}
      )
    end

    # The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
    #
    # Errors: `not_found`.
    #
    # Rules R7, W3.
    #
    # @param customer [String] The customer.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param limit [Integer, nil] Cards on the page, 1 to 500; 50 when absent.
    # @return [Shapes::GiftCardCardPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      customer:,
      cursor: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "gift_card.list",
        { customer: customer, cursor: cursor, limit: limit },
        {},
        {}
      )
    end

    # Puts more on a card. What was on it keeps its end; what is added ends as the point type says, or as said here,
    # and the card with the last of them.
    #
    # Errors: `invalid_transition` for a card that is deactivated; `expired`; `limit_exceeded` beyond what the
    # actor's roles may give; `not_found`; `version_conflict`.
    #
    # Rules R7, P1.
    #
    # @param gift_card [String] The card's number.
    # @param amount [String] How much, more than zero.
    # @param comment [String, nil] What the customer reads.
    # @param expires_after_days [Integer, nil] It ends so many days after today's local date, 1 to 36,500.
    # @param expires_at [String, nil] The instant at which it ends.
    # @param never_expires [Boolean] It never ends.
    # @param note [String, nil] An internal note; staff only.
    # @param order [String, nil] The order on which it was bought.
    # @param valid_through [String, nil] The last local day on which it counts.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardMoved
    # @raise [LoyaltyError] when the library refuses
    def recharge(
      gift_card:,
      amount:,
      comment: ABSENT,
      expires_after_days: ABSENT,
      expires_at: ABSENT,
      never_expires: nil,
      note: ABSENT,
      order: ABSENT,
      valid_through: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.recharge",
        { gift_card: gift_card, amount: amount, comment: comment, expires_after_days: expires_after_days, expires_at: expires_at, note: note, order: order, valid_through: valid_through },
        { never_expires: never_expires },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Moves what is on a card, or a part of it, to the credit of a customer's account, in the same point type and
    # with the ends it had. The card is named by its number or found by its code; customers redeem by code, where
    # the program lets them.
    #
    # Errors: `already_used` when nothing is left, `insufficient_balance` when less is; `blocked`, `expired`;
    # `invalid_transition` for a card that is blank or deactivated; `not_eligible` where the membership state does
    # not allow it; `not_found`; `invalid_request` for a code with a typing error.
    #
    # Rules R7, R8, M2.
    #
    # @param customer [String] The customer.
    # @param amount [String, nil] How much, more than zero; all that can be spent when absent.
    # @param code [String, nil] Its code, instead of the number.
    # @param comment [String, nil] What the customer reads.
    # @param gift_card [String, nil] The card's number.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardRedeemed
    # @raise [LoyaltyError] when the library refuses
    def redeem(
      customer:,
      amount: ABSENT,
      code: ABSENT,
      comment: ABSENT,
      gift_card: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.redeem",
        { customer: customer, amount: amount, code: code, comment: comment, gift_card: gift_card },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Pays with a card at once, all that is on it or a part. For a checkout that may still fail, set it aside first
    # (`points.hold` with `parts`). The card is named by its number or found by its code.
    #
    # Errors: `insufficient_balance`, with what is available; `blocked`, `expired`; `invalid_transition` for a card
    # that is blank or deactivated; `not_found`; `invalid_request` for a code with a typing error.
    #
    # Rules R7, L3, L7.
    #
    # @param amount [String] How much, more than zero.
    # @param code [String, nil] Its code, instead of the number.
    # @param comment [String, nil] What the customer reads.
    # @param gift_card [String, nil] The card's number.
    # @param order [String, nil] The order that is paid.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardMoved
    # @raise [LoyaltyError] when the library refuses
    def charge(
      amount:,
      code: ABSENT,
      comment: ABSENT,
      gift_card: ABSENT,
      order: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.charge",
        { amount: amount, code: code, comment: comment, gift_card: gift_card, order: order },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Puts what a charge took back onto the same card, all of it or in parts, with the ends it had. A blocked card
    # takes refunds too.
    #
    # What has ended meanwhile gets the point type's days of grace or lapses at once.
    #
    # Errors: `already_used` when less is left to refund; `not_eligible` for an entry that paid nothing;
    # `invalid_transition` for a card that is deactivated; `limit_exceeded` beyond what the actor's roles may give;
    # `not_found`; `version_conflict`.
    #
    # Rules R7, L9, P1.
    #
    # @param gift_card [String] The card's number.
    # @param entry [String] The entry of the charge.
    # @param amount [String, nil] How much of it; all that is left when absent.
    # @param comment [String, nil] What the customer reads.
    # @param note [String, nil] An internal note; staff only.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardMoved
    # @raise [LoyaltyError] when the library refuses
    def refund(
      gift_card:,
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
        "gift_card.refund",
        { gift_card: gift_card, entry: entry, amount: amount, comment: comment, note: note, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
    # reach it, and time goes on.
    #
    # Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
    #
    # Rule R7.
    #
    # @param gift_card [String] The card's number.
    # @param reason [String] Why; staff only.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardView
    # @raise [LoyaltyError] when the library refuses
    def block(
      gift_card:,
      reason:,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.block",
        { gift_card: gift_card, reason: reason, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Brings a blocked card back into the state before.
    #
    # Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
    #
    # Rule R7.
    #
    # @param gift_card [String] The card's number.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardView
    # @raise [LoyaltyError] when the library refuses
    def unblock(
      gift_card:,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.unblock",
        { gift_card: gift_card, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Ends a card for good. What is on it is taken, as an entry in its journal says: issue another card, or credit
    # the account, if it is owed.
    #
    # What a hold has set aside stays so and comes back to the card, where nobody can spend it.
    #
    # Errors: `invalid_transition` for a card that is deactivated already; `not_found`; `version_conflict`.
    #
    # Rule R7.
    #
    # @param gift_card [String] The card's number.
    # @param reason [String] Why; staff only.
    # @param note [String, nil] An internal note; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::GiftCardView
    # @raise [LoyaltyError] when the library refuses
    def deactivate(
      gift_card:,
      reason:,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "gift_card.deactivate",
        { gift_card: gift_card, reason: reason, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `ticket`.
  class TicketOperations
    def initialize(caller)
      @caller = caller
    end

    # Creates a ticket with its first message, and queues a mail to the customer with it, in the words of the
    # program's template `ticket_created`.
    #
    # A customer who asks writes it themselves; the mail confirms that it has arrived. `from_customer` says so for a
    # mail that came in about nothing that is known, or a call. A customer without an email gets no mail. What the
    # customer has opted out of does not matter: a ticket is no marketing.
    #
    # Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for the id;
    # `invalid_request` for a link that is none, or one that a customer gives.
    #
    # Rules P5, E3, W3.
    #
    # @param customer [String] The customer.
    # @param subject [String] What it is about.
    # @param text [String] The first message.
    # @param from_customer [Boolean] The customer has written or said it, and you record it.
    # @param id [String, nil] Your id of the ticket, unique in the shop; when absent, the customer's id and a
    #   number: `c-42/t1`.
    # @param link [String, nil] A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff
    #   only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::TicketSaved
    # @raise [LoyaltyError] when the library refuses
    def create(
      customer:,
      subject:,
      text:,
      from_customer: nil,
      id: ABSENT,
      link: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "ticket.create",
        { customer: customer, subject: subject, text: text, id: id, link: link },
        { from_customer: from_customer },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Writes in a ticket. What an agent writes is queued as a mail to the customer, in the words of the program's
    # template `ticket_reply`; with `internal` it is a note that only the shop's people see, and no mail.
    #
    # A customer answers here too; that reopens a closed ticket. Customers name themselves; agents need not.
    #
    # Errors: `not_found`; `not_eligible` for an agent's reply in a closed ticket (reopen it first; notes may be
    # written), and when the customer was deleted; `version_conflict` when somebody else was faster;
    # `limit_exceeded` beyond 1,000 messages; `invalid_request` for a customer's note.
    #
    # Rules P5, E3, W3.
    #
    # @param ticket [String] The ticket.
    # @param text [String] The text.
    # @param customer [String, nil] Only if it is this customer's.
    # @param internal [Boolean] A note for the shop's people.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::TicketSaved
    # @raise [LoyaltyError] when the library refuses
    def reply(
      ticket:,
      text:,
      customer: ABSENT,
      internal: nil,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "ticket.reply",
        { ticket: ticket, text: text, customer: customer },
        { internal: internal },
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Records a mail that the customer has sent about a ticket. It reopens a closed one: whoever writes again has
    # not been helped yet.
    #
    # The ticket's id, which stands in the subject of every mail, is enough to find it. Mailboxes deliver a mail
    # more than once: give the mail's own id as idempotency key. Nothing is queued: a mail that answers a mail would
    # be answered in turn.
    #
    # Errors: `not_found`; `not_eligible` when the customer was deleted; `limit_exceeded` beyond 1,000 messages;
    # `invalid_request` for a text that is too long, or has characters that texts may not have.
    #
    # Rule P5.
    #
    # @param ticket [String] The ticket.
    # @param text [String] The text.
    # @param customer [String, nil] Only if it is this customer's, such as whoever has the sender's email.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::TicketSaved
    # @raise [LoyaltyError] when the library refuses
    def receive(
      ticket:,
      text:,
      customer: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "ticket.receive",
        { ticket: ticket, text: text, customer: customer },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Closes a ticket: what it was about is done. When the customer writes again it is open again. No mail is
    # queued; reply first where there is something to say.
    #
    # Errors: `not_found`; `not_eligible` when it is closed already, and when the customer was deleted;
    # `version_conflict`.
    #
    # Rule P5.
    #
    # @param ticket [String] The ticket.
    # @param customer [String, nil] Only if it is this customer's.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::TicketSaved
    # @raise [LoyaltyError] when the library refuses
    def close(
      ticket:,
      customer: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "ticket.close",
        { ticket: ticket, customer: customer },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Reopens a ticket that was closed. No mail is queued.
    #
    # Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
    # `version_conflict`.
    #
    # Rule P5.
    #
    # @param ticket [String] The ticket.
    # @param customer [String, nil] Only if it is this customer's.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::TicketSaved
    # @raise [LoyaltyError] when the library refuses
    def reopen(
      ticket:,
      customer: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "ticket.reopen",
        { ticket: ticket, customer: customer },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
    #
    # Errors: `not_found`.
    #
    # Rules P5, W3.
    #
    # @param ticket [String] The ticket.
    # @param cursor [Integer, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] Only if it is this customer's.
    # @param limit [Integer, nil] Messages on the page, 1 to 500; 50 when absent.
    # @return [Shapes::TicketThread]
    # @raise [LoyaltyError] when the library refuses
    def get(
      ticket:,
      cursor: ABSENT,
      customer: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "ticket.get",
        { ticket: ticket, cursor: cursor, customer: customer, limit: limit },
        {},
        {}
      )
    end

    # Tickets, newest first: those of a customer, or the desk's list over all customers, which shows the open ones
    # unless asked for the closed.
    #
    # Newest is what was created last. A ticket keeps its place however much is written in it, so pages neither skip
    # nor repeat one that stays as it was.
    #
    # Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
    #
    # Rules P5, W3.
    #
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] The customer; all customers when absent.
    # @param limit [Integer, nil] Tickets on the page, 1 to 500; 50 when absent.
    # @param state [String, nil] Those in this state. When absent all of a customer's, or the open ones of all
    #   customers. One of Shapes::TicketState.
    # @return [Shapes::TicketPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      cursor: ABSENT,
      customer: ABSENT,
      limit: ABSENT,
      state: ABSENT
    )
      @caller.call(
        "ticket.list",
        { cursor: cursor, customer: customer, limit: limit, state: state },
        {},
        {}
      )
    end
  end

  # The operations of `password`.
  class PasswordOperations
    def initialize(caller)
      @caller = caller
    end

    # Lets a customer who has forgotten the password choose a new one: queues a mail with a generated password, or
    # with a link, as the program says (`password`). Either works once and for as long as the program says; a new
    # one ends the one before.
    #
    # The password or token is in the queued mail and nowhere else: not in the receipt, the log, the event or the
    # plan. What is kept is a keyed hash, so the host must have configured a secret. `password.verify` redeems it.
    #
    # Ask by `email` from a form that everybody can reach. The answer is then the same for an email that nobody has,
    # and for a customer who is blacklisted or may not sign in: for them nothing is queued, and `audit.list` says
    # why. Do not let a form ask without a bound of its own.
    #
    # Errors: `invalid_request` when not exactly one of `customer` and `email` is given, and where the host has
    # configured no secret. By customer alone: `not_found`; `not_eligible` for one who may not sign in, or has no
    # email; `blocked` for one who is blacklisted.
    #
    # Rules P3, E3.
    #
    # @param customer [String, nil] The customer.
    # @param email [String, nil] The email of whoever asks.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PasswordResetDone
    # @raise [LoyaltyError] when the library refuses
    def reset(
      customer: ABSENT,
      email: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "password.reset",
        { customer: customer, email: email },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Redeems what `password.reset` has sent, once, and says whose it is: let that customer choose a new password
    # then, and keep it yourself. The library keeps no passwords that people choose.
    #
    # A generated password is typed where people sign in: ask here when your own check has refused, with the email
    # that was typed.
    #
    # Errors: `invalid_request` for a typing error; `not_found` for what nobody was sent, what a later reset has
    # ended, and what was sent to somebody else than `email`; `already_used`; `expired`; `not_eligible` when the
    # customer may not sign in any more, or has another email since; `blocked` when they were blacklisted since.
    #
    # Rule P3.
    #
    # @param token [String] The token of the link, or the generated password; small letters and hyphens do not
    #   matter.
    # @param email [String, nil] The email with which somebody signs in: only if it was sent there.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::PasswordVerified
    # @raise [LoyaltyError] when the library refuses
    def verify(
      token:,
      email: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "password.verify",
        { token: token, email: email },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `impersonation`.
  class ImpersonationOperations
    def initialize(caller)
      @caller = caller
    end

    # Gives an agent a token with which the host signs them in as a customer. It works once and briefly
    # (`impersonation_seconds` of the program), and a new one of the same agent ends the one before.
    #
    # The answer has the token, this once: it is kept as a keyed hash. A replay with the same idempotency key does
    # not have it, and neither do previews and events. Hand it to your own sign-in, which redeems it with
    # `impersonation.verify`.
    #
    # Errors: `not_found`; `not_eligible` for a customer who may not sign in; `invalid_request` where the host has
    # configured no secret.
    #
    # Rules P4, M2.
    #
    # @param customer [String] The customer.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::ImpersonationStarted
    # @raise [LoyaltyError] when the library refuses
    def start(
      customer:,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "impersonation.start",
        { customer: customer, reason: reason },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Redeems the token of `impersonation.start`, once: says as which customer the agent is signed in, and who the
    # agent is.
    #
    # Put `through` into the actor of every context of that session, beside the customer's id and kind: then
    # whatever the agent does as the customer says so in the log and in `audit.list`.
    #
    # Errors: `invalid_request` for what is no token; `not_found` for one that nobody has, or that a later one has
    # ended; `already_used`; `expired`; `not_eligible` when the customer may not sign in any more.
    #
    # Rules P4, P7.
    #
    # @param token [String] The token.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::ImpersonationRedeemed
    # @raise [LoyaltyError] when the library refuses
    def verify(
      token:,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "impersonation.verify",
        { token: token },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end
  end

  # The operations of `approval`.
  class ApprovalOperations
    def initialize(caller)
      @caller = caller
    end

    # Requests for approval, newest first: those of a customer, or of the whole shop, gift cards included. Those
    # that wait, unless another state is asked for.
    #
    # A request is made when a command is above a limit of a role that says `asks_approval`: the command is answered
    # with `approval_required` and the request's id. It waits for 30 days; what nobody has decided by then is
    # `expired`. Who lists events of `approval.*` in the program hears of each: `approval.request` when it waits,
    # `approval.grant` or `approval.reject` when it is decided.
    #
    # Never for customers, whatever rights the program gives them: arguments hold reasons and notes for staff.
    #
    # Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
    #
    # Rules P2, W3.
    #
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] The customer; the whole shop when absent.
    # @param limit [Integer, nil] Requests on the page, 1 to 500; 50 when absent.
    # @param state [String, nil] Those in this state; `open` when absent. One of Shapes::ApprovalState.
    # @return [Shapes::ApprovalPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      cursor: ABSENT,
      customer: ABSENT,
      limit: ABSENT,
      state: ABSENT
    )
      @caller.call(
        "approval.list",
        { cursor: cursor, customer: customer, limit: limit, state: state },
        {},
        {}
      )
    end

    # Grants what somebody else has asked for above their limits: in the same commit the command is done, as theirs,
    # and without their limits. The receipt is the command's: its entries and balances, and its own answer in
    # `result`. A preview shows it, with a plan token, as of any command.
    #
    # Never one's own: not under the same id, nor where one acts through the other, nor by a customer. What is
    # granted is under the limits of whoever grants it and counts for their day: by those of their roles that give
    # the right to the command, or else that give `approval.grant`. Who asked needs the right to the command still.
    # Never more is moved than was asked for: where the command takes what there is, and that has grown, it is
    # refused.
    #
    # What refuses the command now (a balance that is gone, a state that has changed) refuses the grant, and the
    # request goes on waiting. Once it is granted, whoever asked and repeats the command with its idempotency key
    # gets the command's receipt.
    #
    # Errors: `forbidden` for one's own; `already_used` when it was decided; `expired` after 30 days;
    # `limit_exceeded` above the limits of whoever grants, or above what was asked for; `not_found`; whatever
    # refuses the command.
    #
    # Rules P2, P1, L10.
    #
    # @param approval [String] The request's id.
    # @param note [String, nil] What is to be said about it; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::ApprovalGranted
    # @raise [LoyaltyError] when the library refuses
    def grant(
      approval:,
      note: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "approval.grant",
        { approval: approval, note: note },
        {},
        { idempotency_key: idempotency_key, if_version: if_version, preview: preview, plan: plan }
      )
    end

    # Rejects what somebody has asked for above their limits; who rejects their own withdraws it. Nothing is done,
    # and the request is listed as `rejected`.
    #
    # Whoever asked may ask anew. A repetition with the same idempotency key is no new request and is told that it
    # was rejected.
    #
    # Errors: `already_used` when it was decided; `expired` after 30 days; `not_found`.
    #
    # Rule P2.
    #
    # @param approval [String] The request's id.
    # @param note [String, nil] What is to be said about it; staff only.
    # @param reason [String, nil] Why; staff only.
    # @param idempotency_key [String, nil] The same key with the same content gets the first receipt again, and
    #   nothing is done twice.
    # @param if_version [Integer, nil] Refuse when the record that is edited is at another version.
    # @param preview [Boolean] Run without committing.
    # @param plan [String, nil] The token of a preview: do exactly that, or be refused.
    # @return [Shapes::Receipt] its `:result` is a Shapes::ApprovalRejected
    # @raise [LoyaltyError] when the library refuses
    def reject(
      approval:,
      note: ABSENT,
      reason: ABSENT,
      idempotency_key: nil,
      if_version: nil,
      preview: false,
      plan: nil
    )
      @caller.call(
        "approval.reject",
        { approval: approval, note: note, reason: reason },
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
    # One with `email` is a mail to the customer, filled in from the program's template: send it. The others are
    # events.
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

    # The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
    #
    # Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
    # only when the actor had no right to it.
    #
    # Rule P7.
    #
    # @param actor [String, nil] One actor; not together with `customer` or `gift_card`.
    # @param cursor [String, nil] Where the page before ended: its `next`.
    # @param customer [String, nil] One customer.
    # @param gift_card [String, nil] One gift card, by its number; not together with `customer`.
    # @param limit [Integer, nil] Rows on the page, 1 to 500; 50 when absent.
    # @param outcome [String] Done (when absent) or refused. One of Shapes::Outcome.
    # @return [Shapes::AuditPage]
    # @raise [LoyaltyError] when the library refuses
    def list(
      actor: ABSENT,
      cursor: ABSENT,
      customer: ABSENT,
      gift_card: ABSENT,
      limit: ABSENT,
      outcome: nil
    )
      @caller.call(
        "audit.list",
        { actor: actor, cursor: cursor, customer: customer, gift_card: gift_card, limit: limit },
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

    # Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and
    # reports the first difference.
    #
    # With a customer's, those of the accounts that were merged into theirs are checked too.
    #
    # Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
    # shows too. Reads the whole journal.
    #
    # Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.
    #
    # Rule L14.
    #
    # @param customer [String, nil] The customer.
    # @param expected_head [String, nil] A head that an earlier call returned: it must still be part of the chain.
    # @param gift_card [String, nil] The number of a gift card.
    # @return [Shapes::JournalVerified]
    # @raise [LoyaltyError] when the library refuses
    def verify(
      customer: ABSENT,
      expected_head: ABSENT,
      gift_card: ABSENT
    )
      @caller.call(
        "journal.verify",
        { customer: customer, expected_head: expected_head, gift_card: gift_card },
        {},
        {}
      )
    end
  end

  # The operations of `report`.
  class ReportOperations
    def initialize(caller)
      @caller = caller
    end

    # What the shop owes: the value outstanding in each point type, on accounts and on gift cards, by its age.
    #
    # One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
    # `cursor` until there is none. The sums travel in the cursor: nothing has to be added up.
    #
    # Each account is counted once and is settled as it is counted: what has lapsed is not counted, swept or not.
    # Accounts that change while you go from stretch to stretch are counted as they were when the walk came by; ask
    # at a quiet time where that matters. The cost follows the accounts and the lots that are not empty, never the
    # history.
    #
    # Errors: `invalid_request` for a limit outside of 1 to 2,000, and for a cursor that no answer gave.
    #
    # Rules L6, L7.
    #
    # @param cursor [String, nil] Where to go on: `next` of the answer before.
    # @param limit [Integer, nil] How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an
    #   account in each point type they ever had some of.
    # @return [Shapes::ReportLiabilityReport]
    # @raise [LoyaltyError] when the library refuses
    def liability(
      cursor: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "report.liability",
        { cursor: cursor, limit: limit },
        {},
        {}
      )
    end

    # What lapses in the months ahead if nothing is spent until then, by point type, on accounts and on gift cards.
    #
    # A month is the month in which the instant lies from which on the value no longer counts, in the program's time
    # zone: what is valid through September 30 lapses on October 1, and stands under October. The first month is the
    # one that has begun, with what is still to come of it. What a hold has set aside does not lapse and is left
    # out, and so is what is on an account on hold.
    #
    # One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
    # `cursor` until there is none. Each account is counted once and is settled as it is counted. The cost follows
    # the accounts, and the lots of those on which something falls due in the months asked for, never the history.
    #
    # Errors: `invalid_request` for months outside of 1 to 120, a limit outside of 1 to 2,000, and a cursor of
    # another question.
    #
    # Rules L4, L6, L12.
    #
    # @param cursor [String, nil] Where to go on: `next` of the answer before.
    # @param limit [Integer, nil] How many accounts to walk over, 1 to 2,000; 500 when absent.
    # @param months [Integer, nil] How many months, 1 to 120, the current one among them; 12 when absent.
    # @return [Shapes::ReportExpiringReport]
    # @raise [LoyaltyError] when the library refuses
    def expiring(
      cursor: ABSENT,
      limit: ABSENT,
      months: ABSENT
    )
      @caller.call(
        "report.expiring",
        { cursor: cursor, limit: limit, months: months },
        {},
        {}
      )
    end

    # Who gave and took how much, and why, in a span of time: by agent, kind of entry, reason and point type.
    # Adjustments, reversals, points earned, gift cards issued and recharged, and all else that moves value.
    #
    # One request walks over a stretch of the entries that were recorded in the span. Its rows are the sums of that
    # stretch; ask again with `next` as `cursor` until there is none, and add up rows that agree in all but commands
    # and sums. (There may be as many reasons as entries, too many to travel in a cursor.) The cost follows what was
    # recorded in the span, not the history before or behind it.
    #
    # What lapses by time bears the actor `system` and is recorded when the account is opened or swept: it is here
    # as far as that has been done.
    #
    # Errors: `invalid_request` when `before` does not lie behind `from`, for a limit outside of 1 to 10,000, and
    # for a cursor that no answer gave.
    #
    # Rules L2, P7.
    #
    # @param from [String] From this moment on.
    # @param actor [String, nil] One actor alone. The others' entries of the span are walked over all the same.
    # @param before [String, nil] Up to, not including, this moment; now when absent.
    # @param cursor [String, nil] Where to go on: `next` of the answer before.
    # @param limit [Integer, nil] How many entries to walk over, 1 to 10,000; 1,000 when absent.
    # @return [Shapes::ReportActivityPage]
    # @raise [LoyaltyError] when the library refuses
    def activity(
      from:,
      actor: ABSENT,
      before: ABSENT,
      cursor: ABSENT,
      limit: ABSENT
    )
      @caller.call(
        "report.activity",
        { from: from, actor: actor, before: before, cursor: cursor, limit: limit },
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
    # starter program included. A status or status system that goes away must be mapped to another in
    # `status_mapping`, and what a system counts, and over which window, stays. What is on the books stays as it is:
    # lots keep the ends they were given.
    #
    # Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
    # current version.
    #
    # Rules L5, W9, Y7.
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
    # @return [MergeOperations] the operations of `merge`
    attr_reader :merge
    # @return [PointsOperations] the operations of `points`
    attr_reader :points
    # @return [BulkOperations] the operations of `bulk`
    attr_reader :bulk
    # @return [MaintenanceOperations] the operations of `maintenance`
    attr_reader :maintenance
    # @return [OrderOperations] the operations of `order`
    attr_reader :order
    # @return [PaymentOperations] the operations of `payment`
    attr_reader :payment
    # @return [SubscriptionOperations] the operations of `subscription`
    attr_reader :subscription
    # @return [WishlistOperations] the operations of `wishlist`
    attr_reader :wishlist
    # @return [RewardOperations] the operations of `reward`
    attr_reader :reward
    # @return [StampCardOperations] the operations of `stamp_card`
    attr_reader :stamp_card
    # @return [StatusOperations] the operations of `status`
    attr_reader :status
    # @return [GiftCardOperations] the operations of `gift_card`
    attr_reader :gift_card
    # @return [TicketOperations] the operations of `ticket`
    attr_reader :ticket
    # @return [PasswordOperations] the operations of `password`
    attr_reader :password
    # @return [ImpersonationOperations] the operations of `impersonation`
    attr_reader :impersonation
    # @return [ApprovalOperations] the operations of `approval`
    attr_reader :approval
    # @return [OutboxOperations] the operations of `outbox`
    attr_reader :outbox
    # @return [AuditOperations] the operations of `audit`
    attr_reader :audit
    # @return [JournalOperations] the operations of `journal`
    attr_reader :journal
    # @return [ReportOperations] the operations of `report`
    attr_reader :report
    # @return [ProgramOperations] the operations of `program`
    attr_reader :program

    def initialize(caller)
      @customer = CustomerOperations.new(caller)
      @address = AddressOperations.new(caller)
      @payment_method = PaymentMethodOperations.new(caller)
      @email = EmailOperations.new(caller)
      @blacklist = BlacklistOperations.new(caller)
      @membership = MembershipOperations.new(caller)
      @merge = MergeOperations.new(caller)
      @points = PointsOperations.new(caller)
      @bulk = BulkOperations.new(caller)
      @maintenance = MaintenanceOperations.new(caller)
      @order = OrderOperations.new(caller)
      @payment = PaymentOperations.new(caller)
      @subscription = SubscriptionOperations.new(caller)
      @wishlist = WishlistOperations.new(caller)
      @reward = RewardOperations.new(caller)
      @stamp_card = StampCardOperations.new(caller)
      @status = StatusOperations.new(caller)
      @gift_card = GiftCardOperations.new(caller)
      @ticket = TicketOperations.new(caller)
      @password = PasswordOperations.new(caller)
      @impersonation = ImpersonationOperations.new(caller)
      @approval = ApprovalOperations.new(caller)
      @outbox = OutboxOperations.new(caller)
      @audit = AuditOperations.new(caller)
      @journal = JournalOperations.new(caller)
      @report = ReportOperations.new(caller)
      @program = ProgramOperations.new(caller)
    end
  end
end
