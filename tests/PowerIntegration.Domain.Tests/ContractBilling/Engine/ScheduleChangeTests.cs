using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class ScheduleChangeTests
{
    // E19: line 5 (60,000, billed 24,000) becomes 5a and 5b; line 7 (8,000, billed 3,000) is deleted.
    private static readonly ContractLedger Ledger = Contracts.Posted(
        68_000m,
        1,
        Contracts.Balance("5", 60_000m, 24_000m, 0m, 2_400m),
        Contracts.Balance("7", 8_000m, 3_000m, 0m, 300m)
    );

    private static readonly SplitPart[] ByValue = [new("5a", 35_000m, null, null), new("5b", 25_000m, null, "3300/SUB")];

    [Fact]
    public void A_split_line_carries_its_balances_by_value_and_then_bills_line_by_line()
    {
        var application = Contracts.Application(
            2,
            Contracts.Line("5a", 35_000m, 14_000m, 6_000m),
            Contracts.Line("5b", 25_000m, 10_000m, 3_500m)
        ) with
        {
            ScheduleChanges = [new ScheduleChange.Split("5", ByValue)],
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Equal(["5a", "5b", "7"], billed.Lines.Select(line => line.LineId));
        Assert.Equal(
            [new LineBalance(14_000m, new BucketAmounts(1_400m, 0m)), new LineBalance(10_000m, new BucketAmounts(1_000m, 0m))],
            billed.Lines.Take(2).Select(line => line.Before)
        );
        Assert.Equal([6_000m, 3_500m, 0m], billed.Lines.Select(line => line.Movement.Gross));
        Assert.Equal([5_400m, 3_150m, 0m], billed.Lines.Select(line => line.Movement.Payable));
        Assert.Equal(["2100/SUB", "3300/SUB", "2100/SUB"], billed.Lines.Select(line => line.Coding));
        Assert.Equal(8_550m, billed.Payable);
    }

    [Fact]
    public void A_split_by_explicit_mapping_moves_no_money()
    {
        SplitPart[] mapped = [new("5a", 35_000m, 24_000m, null), new("5b", 25_000m, 0m, null)];
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Split("5", mapped)],
            }
        );
        Assert.Equal([24_000m, 0m, 3_000m], billed.NextLedger.Lines.Select(line => line.Posted.Gross));
        Assert.Equal([2_400m, 0m, 300m], billed.NextLedger.Lines.Select(line => line.Posted.Retainage.Total));
        Assert.Empty(billed.Documents);
        Assert.Empty(billed.Journals);
    }

    [Fact]
    public void A_split_divides_odd_cents_of_every_balance_without_losing_one()
    {
        var odd = Contracts.Balance("5", 300m, 33.34m, 66.67m, 3.35m, 6.67m) with
        {
            Released = new BucketAmounts(0.05m, 0.01m),
            AtThreshold = new LineBalance(10.01m, new BucketAmounts(1.01m, 0m)),
        };
        SplitPart[] parts = [new("a", 100m, null, null), new("b", 100m, null, null), new("c", 100m, null, null)];
        var next = Contracts
            .Billed(
                Contracts.Terms(new RetainageTerms.Frozen()),
                Contracts.Posted(300m, 1, odd),
                Contracts.Application(2) with
                {
                    ScheduleChanges = [new ScheduleChange.Split("5", parts)],
                }
            )
            .NextLedger.Lines;
        Assert.Equal(100.01m, next.Sum(line => line.Posted.Gross));
        Assert.Equal(66.67m, next.Sum(line => line.Posted.Stored));
        Assert.Equal(3.35m, next.Sum(line => line.Posted.Retainage.Work));
        Assert.Equal(0.05m, next.Sum(line => line.Released.Work));
        Assert.Equal(10.01m, next.Sum(line => line.AtThreshold!.Value.Gross));
        Assert.Equal([33.34m, 33.34m, 33.33m], next.Select(line => line.Posted.Gross));
    }

    [Fact]
    public void The_first_line_of_the_schedule_changes_like_any_other()
    {
        var recoded = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Recode("5", "3300/SUB", false)],
            }
        );
        Assert.Equal(["3300/SUB", "2100/SUB"], recoded.NextLedger.Lines.Select(line => line.Coding));
        var deleted = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("5", DeletedLine.Credit)],
            }
        );
        Assert.Equal(["7"], deleted.NextLedger.Lines.Select(line => line.LineId));
        var unused = Contracts.Posted(60_000m, 1, Contracts.Balance("5", 60_000m, 0m, 0m, 0m), Contracts.Balance("7", 8_000m, 3_000m, 0m, 300m));
        var gone = Contracts.Billed(
            Contracts.TenPercent,
            unused,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("5", null)],
            }
        );
        Assert.Equal(["7"], gone.NextLedger.Lines.Select(line => line.LineId));
    }

    [Fact]
    public void A_deleted_line_takes_no_other_line_with_it()
    {
        var ledger = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("8", 1_000m, 0m, 0m, 0m)] };
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.Credit)],
            }
        );
        Assert.Equal(["5", "8"], billed.NextLedger.Lines.Select(line => line.LineId));
    }

    [Fact]
    public void Merged_lines_add_up()
    {
        var application = Contracts.Application(2, Contracts.Line("5", 68_000m, 27_000m, 1_000m)) with
        {
            ScheduleChanges = [new ScheduleChange.Merge(["7", "5"], "5", null)],
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Equal(new LineBalance(27_000m, new BucketAmounts(2_700m, 0m)), Assert.Single(billed.Lines).Before);
        Assert.Equal(900m, billed.Payable);
    }

    [Fact]
    public void A_deleted_line_with_billing_is_credited_with_its_retainage()
    {
        var application = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.Credit)] };
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        var line = billed.Lines.Single(one => one.LineId == "7");
        Assert.Equal(-3_000m, line.Movement.Gross);
        Assert.Equal(-300m, line.Movement.Retainage.Total);
        Assert.Equal(-2_700m, billed.Payable);
        Assert.Equal(["CreditMemo -2700.00: Movement -3000.00 RetainageReleased 300.00"], Contracts.Short(billed.Documents));
        Assert.Equal(["5"], billed.NextLedger.Lines.Select(one => one.LineId));
        Assert.Equal(60_000m, billed.After.ContractSumToDate);
    }

    [Fact]
    public void A_deleted_line_that_a_change_order_closed_keeps_what_was_billed()
    {
        var application = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.CloseAtBilled)] };
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Equal(3_000m, billed.Lines.Single(one => one.LineId == "7").ScheduledValue);
        Assert.Equal(-5_000m, billed.After.NetChangeOrders);
        Assert.Empty(billed.Documents);
    }

    [Fact]
    public void A_line_that_is_closed_at_what_was_billed_is_not_opened_again_by_the_old_value()
    {
        var next = ClosedAtBilled();
        Assert.Equal([false, true], next.Lines.Select(line => line.IsClosed));
        Contracts.AssertStopped(
            BillingReasons.ScheduleChangeUnusable,
            Contracts.TenPercent,
            next,
            Contracts.Application(3, Contracts.Line("7", 8_000m, 3_000m, 500m)),
            "application 3, line 7 was closed at its billed amount of 3,000.00",
            "a scheduled value of 8,000.00 USD and 3,500.00 USD to date",
            "on a new line"
        );
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent,
            next,
            Contracts.Application(3, Contracts.Line("7", null, 3_000m, 500m))
        );
    }

    [Fact]
    public void Listed_with_its_old_value_and_nothing_new_on_it_the_closed_line_is_named_and_stays_closed()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ClosedAtBilled(),
            Contracts.Application(3, Contracts.Line("5", null, null, 1_000m), Contracts.Line("7", 8_000m, 3_000m, 0m))
        );
        var warning = Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.ClosedLineListed);
        Assert.Equal("7", warning.LineId);
        Assert.Contains("8,000.00", warning.Sentence, System.StringComparison.Ordinal);
        Assert.Equal((63_000m, 900m), (billed.After.ContractSumToDate, billed.Payable));
        Assert.True(billed.NextLedger.Lines[1].IsClosed);
    }

    [Fact]
    public void What_is_stored_on_a_closed_line_is_part_of_what_was_billed()
    {
        var ledger = Contracts.Posted(8_000m, 1, Contracts.Balance("7", 8_000m, 2_000m, 1_000m, 200m, 100m));
        var closing = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.CloseAtBilled)] };
        var closed = Contracts.Billed(Contracts.TenPercent, ledger, closing).NextLedger;
        var billed = Contracts.Billed(Contracts.TenPercent, closed, Contracts.Application(3, Contracts.Line("7", 8_000m, 2_000m, 0m, 1_000m)));
        Assert.Contains(billed.Warnings, warning => warning.Code == BillingWarningCode.ClosedLineListed);
        Assert.Equal((3_000m, 0m), (billed.After.ContractSumToDate, billed.Payable));
    }

    [Fact]
    public void A_closed_line_that_the_source_closed_too_gives_no_warning_and_a_decision_may_split_it()
    {
        var listed = Contracts.Application(3, Contracts.Line("5", null, null, 1_000m), Contracts.Line("7", 3_000m, 3_000m, 0m));
        Assert.Empty(Contracts.Billed(Contracts.TenPercent, ClosedAtBilled(), listed).Warnings);
        SplitPart[] parts = [new("7", 3_000m, 3_000m, null), new("8", 5_000m, 0m, null)];
        var divided = Contracts.Application(3, Contracts.Line("8", 5_000m, 0m, 500m)) with
        {
            ScheduleChanges = [new ScheduleChange.Split("7", parts)],
        };
        Assert.Equal(
            [false, false, false],
            Contracts.Billed(Contracts.TenPercent, ClosedAtBilled(), divided).NextLedger.Lines.Select(line => line.IsClosed)
        );
    }

    [Fact]
    public void A_deleted_line_without_billing_is_closed()
    {
        var ledger = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("8", 500m, 0m, 0m, 0m)] };
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("8", null)],
            }
        );
        Assert.Equal(["5", "7"], billed.Lines.Select(line => line.LineId));
    }

    [Fact]
    public void Whatever_leaves_the_schedule_is_remembered_and_nothing_else()
    {
        var ledger = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("8", 500m, 0m, 0m, 0m)] };
        ScheduleChange[] changes =
        [
            new ScheduleChange.Delete("8", null),
            new ScheduleChange.Delete("7", DeletedLine.Credit),
            new ScheduleChange.Split("5", [new SplitPart("5", 30_000m, null, null), new SplitPart("6", 30_000m, null, null)]),
        ];
        var deleted = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(2) with { ScheduleChanges = changes }).NextLedger;
        Assert.Equal(["7", "8"], deleted.ClosedLines.Select(line => line.LineId));
        var merge = Contracts.Application(3) with { ScheduleChanges = [new ScheduleChange.Merge(["5", "6"], "9", null)] };
        var merged = Contracts.Billed(Contracts.TenPercent, deleted, merge).NextLedger;
        Assert.Equal(["7", "8", "5", "6"], merged.ClosedLines.Select(line => line.LineId));
        Assert.Equal(
            merged.ClosedLines,
            Contracts.Billed(Contracts.TenPercent, merged, Contracts.Application(4, Contracts.Line("9", null, null, 100m))).NextLedger.ClosedLines
        );

        var closedAtBilled = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.CloseAtBilled)] };
        Assert.Empty(Contracts.Billed(Contracts.TenPercent, Ledger, closedAtBilled).NextLedger.ClosedLines);
    }

    [Fact]
    public void A_line_that_was_deleted_does_not_come_back_as_a_new_one()
    {
        var next = Deleted();
        Assert.All(
            new[]
            {
                Contracts.Line("7", 8_000m, 3_000m, 0m),
                Contracts.Line("7", 8_000m, 0m, 0m),
                Contracts.Line("7", 0m, 0m, 500m),
                Contracts.Line("7", null, null, 0m, 1m),
                Contracts.Line("7", 0m, 0m, 0m) with
                {
                    CompletedToDate = 3_000m,
                },
                Contracts.Line("7", 0m, 0m, 0m) with
                {
                    CompletedPrevious = 3_000m,
                },
                Contracts.Line("7", 0m, 0m, 0m) with
                {
                    WorkRetainageHeld = 300m,
                },
            },
            line =>
                Contracts.AssertStopped(
                    BillingReasons.ScheduleChangeUnusable,
                    Contracts.TenPercent,
                    next,
                    Contracts.Application(3, Contracts.Line("5", null, null, 1_000m), line),
                    "application 3, line 7",
                    "deleted, split or merged",
                    "on a new line"
                )
        );
        Contracts.AssertStopped(
            BillingReasons.ScheduleChangeUnusable,
            Contracts.TenPercent,
            next,
            Contracts.Application(3, Contracts.Line("7", 8_000m, 3_000m, 500m)),
            "8,000.00",
            "3,500.00"
        );
    }

    [Fact]
    public void A_deleted_line_that_is_still_listed_with_nothing_on_it_is_named_and_stays_out()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Deleted(),
            Contracts.Application(3, Contracts.Line("5", null, null, 1_000m), Contracts.Line("7", 0m, 0m, 0m))
        );
        var warning = Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.ClosedLineListed);
        Assert.Equal("7", warning.LineId);
        Assert.Contains("still listed without amounts", warning.Sentence, System.StringComparison.Ordinal);
        Assert.Equal(["5"], billed.Lines.Select(line => line.LineId));
        Assert.Equal((60_000m, 900m), (billed.After.ContractSumToDate, billed.Payable));
    }

    [Fact]
    public void A_line_that_this_application_deletes_or_divides_is_not_listed_by_it_either()
    {
        var ledger = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("8", 500m, 0m, 0m, 0m)] };
        var deletes = Contracts.Application(2, Contracts.Line("8", 500m, 0m, 100m)) with { ScheduleChanges = [new ScheduleChange.Delete("8", null)] };
        var divides = Contracts.Application(2, Contracts.Line("7", 8_000m, 3_000m, 100m)) with
        {
            ScheduleChanges = [new ScheduleChange.Split("7", [new SplitPart("7A", 4_000m, null, null), new SplitPart("7B", 4_000m, null, null)])],
        };
        Contracts.AssertStopped(BillingReasons.ScheduleChangeUnusable, Contracts.TenPercent, ledger, deletes, "line 8", "500.00");
        Contracts.AssertStopped(BillingReasons.ScheduleChangeUnusable, Contracts.TenPercent, ledger, divides, "line 7", "3,100.00");
    }

    private static ContractLedger ClosedAtBilled() =>
        Contracts
            .Billed(
                Contracts.TenPercent,
                Ledger,
                Contracts.Application(2) with
                {
                    ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.CloseAtBilled)],
                }
            )
            .NextLedger;

    private static ContractLedger Deleted() =>
        Contracts
            .Billed(
                Contracts.TenPercent,
                Ledger,
                Contracts.Application(2) with
                {
                    ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.Credit)],
                }
            )
            .NextLedger;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recoded_line_posts_what_moves_to_the_new_coding_and_moves_the_rest_only_by_a_journal(bool reclassify)
    {
        var application = Contracts.Application(2, Contracts.Line("7", 8_000m, 3_000m, 1_000m)) with
        {
            ScheduleChanges = [new ScheduleChange.Recode("7", "3300/SUB", reclassify)],
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Equal(900m, billed.Payable);
        var cost = billed.Journals.Where(entry => entry.Role == AccountRole.Cost).ToList();
        Assert.Equal(reclassify ? 4_000m : 1_000m, cost.Where(entry => entry.Coding == "3300/SUB").Sum(entry => entry.Debit - entry.Credit));
        Assert.Equal(reclassify ? -3_000m : 0m, cost.Where(entry => entry.Coding == "2100/SUB").Sum(entry => entry.Debit - entry.Credit));
    }

    [Fact]
    public void A_renumbered_or_reordered_line_is_known_by_its_id()
    {
        var application = Contracts.Application(
            2,
            Contracts.Line("7", 8_000m, 3_000m, 1_000m) with
            {
                Description = "12 Doors",
            },
            Contracts.Line("5", 60_000m, 24_000m, 0m) with
            {
                Description = "1 Walls",
            }
        );
        Assert.Equal(900m, Contracts.Billed(Contracts.TenPercent, Ledger, application).Payable);
    }

    [Fact]
    public void A_line_that_a_change_order_adds_starts_at_nothing()
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, Contracts.Application(2, Contracts.Line("CO1", 24_600m, 0m, 12_300m)));
        Assert.Equal(11_070m, billed.Payable);
        Assert.Equal(24_600m, billed.After.NetChangeOrders);
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2, Contracts.Line("CO1", null, 0m, 12_300m)),
            "CO1",
            "scheduled value"
        );
    }

    [Fact]
    public void A_change_that_does_not_fit_the_ledger_is_refused()
    {
        ScheduleChange[] wrong =
        [
            new ScheduleChange.Split("5", [new("5a", 1m, null, null)]),
            new ScheduleChange.Split("5", [new("5a", 1m, null, null), new("5a", 1m, null, null)]),
            new ScheduleChange.Split("5", [new("5a", 1m, null, null), new("7", 1m, null, null)]),
            new ScheduleChange.Split("5", [new("5a", 1m, 23_999.99m, null), new("5b", 1m, 0m, null)]),
            new ScheduleChange.Split("5", [new("5a", 1m, 24_000m, null), new("5b", 1m, null, null)]),
            new ScheduleChange.Split("5", [new("5a", 0m, null, null), new("5b", 0m, null, null)]),
            new ScheduleChange.Split("9", ByValue),
            new ScheduleChange.Merge(["5"], "5", null),
            new ScheduleChange.Merge(["5", "9"], "5", null),
            new ScheduleChange.Delete("7", null),
            new ScheduleChange.Recode("9", "x", true),
        ];
        Assert.All(
            wrong,
            change =>
                Contracts.AssertStopped(
                    BillingReasons.ScheduleChangeUnusable,
                    Contracts.TenPercent,
                    Ledger,
                    Contracts.Application(2) with
                    {
                        ScheduleChanges = [change],
                    }
                )
        );
        var billedToo = Contracts.Application(2, Contracts.Line("7", 8_000m, 3_000m, 0m)) with
        {
            ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.Credit)],
        };
        Contracts.AssertStopped(BillingReasons.ScheduleChangeUnusable, Contracts.TenPercent, Ledger, billedToo, "line 7");
    }
}
