using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Tests.Seed;
using Xunit;
using static PowerIntegration.Local.Tests.Procore.PlayedInvoice;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>
/// October 2025 to September 2026 as Procore shows them, against sums of the scripts and against the billing engine. No flow and no plug-in takes
/// part.
/// </summary>
public sealed class TwelveMonthsTests
{
    private const long Concrete = 562949953700001;
    private const long Electric = 562949953700002;
    private const long Glass = 562949953700003;

    // The whole-balance step of Illinois arrives as released this period; the engine takes that for a release on top of the step, so this test leaves
    // it out.
    private const string StepInvoice = "PCC-26-0112";

    [Fact]
    public async Task Every_certificate_equals_the_sum_of_the_scripts()
    {
        await using var host = await ProcoreHost.StartAsync();
        var played = await PlayedYear.PlayAsync(host);
        var sums = new ScriptSums();
        var expected = new List<(string, int, ExpectedTotals)>();
        foreach (var month in host.Seed.Months)
        {
            expected.AddRange((month.Corrections ?? []).Select(correction => (correction.InvoiceNumber, 2, sums.Correct(correction))));
            expected.AddRange(month.Invoices.Select(invoice => (invoice.InvoiceNumber, 1, sums.Bill(invoice))));
        }

        Assert.Equal(12, host.Seed.Months.Count);
        Assert.Equal(35, expected.Count);
        Assert.Equal(expected, played.Select(invoice => (invoice.Number, invoice.Revision, TotalsOf(invoice))));
    }

    [Fact]
    public async Task Every_line_carries_what_the_invoice_before_left_and_adds_up_to_its_header()
    {
        await using var host = await ProcoreHost.StartAsync();
        var before = new Dictionary<long, PlayedInvoice>();
        foreach (
            var invoice in (await PlayedYear.PlayAsync(host))
                .Where(invoice => invoice.Number != "HE-42215" || invoice.Revision == 2)
                .OrderBy(invoice => invoice.Invoice["number"]!.GetValue<int>())
        )
        {
            var summary = invoice.Summary;
            Assert.Equal(Amount(summary, "contract_sum_to_date"), invoice.Items.Sum(item => Amount(item!, "scheduled_value")));
            Assert.Equal(
                Amount(summary, "total_completed_and_stored_to_date"),
                invoice.Items.Sum(item => Amount(item!, "total_completed_and_stored_to_date"))
            );
            Assert.Equal(Amount(summary, "total_retainage"), invoice.Detail.Sum(row => Amount(row!, "total_retainage_currently_retained")));
            Assert.Equal(
                Amount(summary, "balance_to_finish_including_retainage"),
                invoice.Detail.Sum(row => Amount(row!, "balance_to_finish")) + Amount(summary, "total_retainage")
            );
            AssertMovesFrom(invoice, before.GetValueOrDefault(invoice.Commitment));
            before[invoice.Commitment] = invoice;
        }

        Assert.Equal(3, before.Count);
    }

    [Theory]
    [InlineData(Concrete, 11)]
    [InlineData(Electric, 13)]
    [InlineData(Glass, 11)]
    public async Task The_billing_engine_bills_every_invoice_of_a_contract_at_Procores_line_8(long commitment, int count)
    {
        await using var host = await ProcoreHost.StartAsync();
        var ledger = await LedgerAsync(host, commitment);
        var invoices = (await PlayedYear.PlayAsync(host)).Where(invoice => invoice.Commitment == commitment).ToList();
        Assert.Equal(count, invoices.Count);
        decimal paid = 0,
            lastDue = 0;
        foreach (var invoice in invoices)
        {
            var outcome = BillingEngine.Bill(Terms(commitment), ledger, invoice.Application(saysReleases: invoice.Number != StepInvoice));
            var billed = outcome as BillingOutcome.Billed;
            Assert.True(
                billed is not null,
                outcome is BillingOutcome.Stopped stopped ? string.Join(' ', stopped.All.Select(refusal => refusal.Sentence)) : outcome.ToString()
            );

            // A correction moves only what differs from the revision that was posted.
            var due = Amount(invoice.Summary, "current_payment_due");
            Assert.Equal(invoice.Revision == 1 ? due : due - lastDue, billed!.After.PaymentDue);
            lastDue = due;
            paid += billed.After.PaymentDue;
            ledger = billed.NextLedger;
        }

        Assert.Equal(Amount(invoices[^1].Summary, "total_earned_less_retainage"), paid);
    }

    [Fact]
    public async Task Half_of_the_contract_sum_to_date_lowers_the_retainage_of_every_line_to_half()
    {
        await using var host = await ProcoreHost.StartAsync();
        var concrete = (await PlayedYear.PlayAsync(host)).Where(invoice => invoice.Commitment == Concrete).ToList();
        var step = concrete.FindIndex(invoice => invoice.Number == StepInvoice);
        Assert.True(ShareOf(concrete[step - 1]) < 0.5m && ShareOf(concrete[step]) >= 0.5m);
        foreach (var row in concrete[step].Detail.Select(row => row!))
        {
            Assert.Equal(
                Half(Amount(row, "work_completed_retainage_from_previous_application")),
                Amount(row, "work_completed_retainage_released_this_period")
            );
            Assert.Equal(
                Half(Amount(row, "materials_stored_retainage_from_previous_application")),
                Amount(row, "materials_stored_retainage_released_this_period")
            );
        }

        Assert.Contains(concrete[step].Detail, row => Amount(row!, "materials_stored_retainage_released_this_period") > 0);
        Assert.All(
            concrete.Skip(step),
            invoice =>
                Assert.InRange(
                    Amount(invoice.Summary, "total_retainage") - (0.05m * Amount(invoice.Summary, "total_completed_and_stored_to_date")),
                    -0.20m,
                    0.20m
                )
        );
    }

    [Fact]
    public async Task Glass_ends_with_a_retainage_only_final_invoice_that_leaves_nothing_held_and_nothing_to_finish()
    {
        await using var host = await ProcoreHost.StartAsync();
        var glass = (await PlayedYear.PlayAsync(host)).Where(invoice => invoice.Commitment == Glass).ToList();
        var (partial, final) = (glass[^2], glass[^1]);
        Assert.Equal("progress_and_retainage_release", partial.Invoice["invoice_type"]!.ToString());
        Assert.True(partial.IsReleasing && partial.Items.Any(item => Amount(item!, "work_completed_this_period") > 0));
        Assert.True(final.Invoice["final"]!.GetValue<bool>());
        Assert.DoesNotContain(glass.SkipLast(1), invoice => invoice.Invoice["final"]!.GetValue<bool>());
        Assert.Equal("retainage_release", final.Invoice["invoice_type"]!.ToString());
        Assert.All(final.Items, item => Assert.Equal(0m, Amount(item!, "work_completed_this_period")));
        Assert.Equal(
            ("0.00", "0.00"),
            (final.Summary["total_retainage"]!.ToString(), final.Summary["balance_to_finish_including_retainage"]!.ToString())
        );
        Assert.Equal(Amount(partial.Summary, "total_retainage"), Amount(final.Summary, "current_payment_due"));
    }

    [Fact]
    public async Task One_month_of_Electric_is_a_net_credit_with_negative_work_and_material_taken_off_site()
    {
        await using var host = await ProcoreHost.StartAsync();
        var credit = Assert.Single(await PlayedYear.PlayAsync(host), invoice => Amount(invoice.Summary, "current_payment_due") < 0);
        Assert.Equal("HE-42933", credit.Number);
        Assert.Contains(credit.Items, item => Amount(item!, "work_completed_this_period") < 0);
        Assert.Contains(
            credit.Items,
            item =>
                Amount(item!, "materials_presently_stored_from_previous_progress") - Amount(item!, "materials_presently_stored")
                > Amount(item!, "work_completed_this_period")
        );
    }

    [Fact]
    public async Task The_corrected_invoice_is_approved_again_with_two_lower_lines_before_the_next_one_is_made()
    {
        await using var host = await ProcoreHost.StartAsync();
        var played = await PlayedYear.PlayAsync(host);
        var first = played.Single(invoice => invoice.Number == "HE-42215" && invoice.Revision == 1);
        var second = played.Single(invoice => invoice.Number == "HE-42215" && invoice.Revision == 2);
        var next = played.Single(invoice => invoice.Number == "HE-42590");
        var changed = first
            .Items.Zip(second.Items)
            .Where(pair => pair.First!["work_completed_this_period"]!.ToString() != pair.Second!["work_completed_this_period"]!.ToString())
            .ToList();
        Assert.Equal(2, changed.Count);
        Assert.All(
            changed,
            pair => Assert.True(Amount(pair.First!, "work_completed_this_period") > Amount(pair.Second!, "work_completed_this_period"))
        );
        Assert.Equal("approved", second.Invoice["status"]!.ToString());
        Assert.Equal(second.Summary["total_earned_less_retainage"]!.ToString(), next.Summary["less_previous_certificates_for_payment"]!.ToString());
        var history = (
            await host.GetAsync($"rest/v1.0/requisitions/{second.Invoice["id"]}/change_histories?project_id={ProcoreHost.Project}")
        ).AsArray();
        Assert.Equal(
            ["under_review", "approved", "revise_and_resubmit", "under_review", "approved"],
            history.Where(row => row!["column"]!.ToString() == "status").Select(row => row!["new_value"]!.ToString())
        );
    }

    [Fact]
    public async Task Change_orders_add_a_line_to_Concrete_and_lower_one_of_Electric_from_the_next_invoice_on()
    {
        await using var host = await ProcoreHost.StartAsync();
        var played = await PlayedYear.PlayAsync(host);
        Assert.Equal([12, 12, 12, 13, 13], played.Where(invoice => invoice.Commitment == Concrete).Take(5).Select(invoice => invoice.Items.Count));
        var added = played.First(invoice => invoice.Items.Count == 13).Items[12]!;
        Assert.Equal(
            ("change_order_item", "86420.00", "3310.03-310.SUB"),
            (added["item_type"]!.ToString(), added["scheduled_value"]!.ToString(), added["wbs_code"]!["flat_code"]!.ToString())
        );
        var lowered = played
            .Where(invoice => invoice.Commitment == Electric && invoice.Revision == 1)
            .Select(invoice => invoice.Summary["net_change_by_change_orders"]!.ToString());
        Assert.Equal(["0.00", "0.00", "0.00", "0.00", "-42600.00", "-42600.00"], lowered.Take(6));
    }

    [Fact]
    public async Task What_the_reviewer_cut_is_billed_again_in_the_next_month()
    {
        await using var host = await ProcoreHost.StartAsync();
        var glass = (await PlayedYear.PlayAsync(host)).Where(invoice => invoice.Commitment == Glass).ToList();
        var cut = glass[3].Items[3]!;
        var missing = Amount(cut, "subcontractor_claimed_amount") - Amount(cut, "work_completed_this_period");
        Assert.True(missing > 0);
        Assert.True(Amount(glass[4].Items[3]!, "work_completed_this_period") > missing);
        Assert.Contains("cut from application 4", glass[4].Items[3]!["comment"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_July_only_Electric_bills_and_its_accounting_period_is_closed()
    {
        var seed = LakeshoreSeed.Load();
        var july = seed.Months.Single(month => month.Name == "July 2026");
        Assert.Equal(Electric, Assert.Single(july.Invoices).CommitmentId);
        var closed = seed.Oracle["payablesPeriods"]
            .Where(row =>
                row!["StartDate"]!.ToString().StartsWith("2026", StringComparison.Ordinal) && row["PayablesStatus"]!.ToString() == "Closed"
            );
        Assert.Equal("Jul-26", Assert.Single(closed)!["PeriodName"]!.ToString());
    }

    private static ContractTerms Terms(long commitment) =>
        new()
        {
            ContractNumber = commitment.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Currency = "USD",
            Retainage =
                commitment == Concrete
                    ? new RetainageTerms.Step(
                        0.50m,
                        0.10m,
                        0.05m,
                        StepReading.WholeBalance,
                        BilledMeasure.CompletedAndStored,
                        ContractSumBase.Revised
                    )
                    : new RetainageTerms.Flat(0.10m),
            RetainageSource = RetainageSource.Source,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = StoredMaterials.Manual,
            StaleStoragePeriods = 3,
            OverbillingTolerance = 0m,
            NegativeLines = NegativeLines.Accepted,
            CreditDocument = CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
            PostsApprovedAsNoted = false,
        };

    private static async Task<ContractLedger> LedgerAsync(ProcoreHost host, long commitment)
    {
        var contract = await host.GetAsync($"rest/v1.0/work_order_contracts/{commitment}?project_id={ProcoreHost.Project}");
        return new ContractLedger
        {
            Currency = "USD",
            OriginalContractSum = Amount(contract, "grand_total"),
            Lines =
            [
                .. contract["line_items"]!
                    .AsArray()
                    .Select(line => new ContractLine { LineId = line!["id"]!.ToString(), ScheduledValue = Amount(line, "amount") }),
            ],
        };
    }

    private static void AssertMovesFrom(PlayedInvoice invoice, PlayedInvoice? before)
    {
        Assert.Equal(
            before is null ? 0m : Amount(before.Summary, "total_earned_less_retainage"),
            Amount(invoice.Summary, "less_previous_certificates_for_payment")
        );
        foreach (var row in invoice.Detail.Select(row => row!))
        {
            var old = before?.Detail.SingleOrDefault(candidate => candidate!["item_number"]!.ToString() == row["item_number"]!.ToString());
            foreach (var bucket in new[] { "work_completed", "materials_stored" })
            {
                var from = Amount(row, bucket + "_retainage_from_previous_application");
                Assert.Equal(old is null ? 0m : Amount(old, bucket + "_retainage_currently_retained"), from);
                Assert.Equal(
                    Amount(row, bucket + "_retainage_currently_retained"),
                    from + Amount(row, bucket + "_retainage_retained_this_period") - Amount(row, bucket + "_retainage_released_this_period")
                );
            }
        }
    }

    private static ExpectedTotals TotalsOf(PlayedInvoice invoice) =>
        new(
            Amount(invoice.Summary, "total_completed_and_stored_to_date"),
            Amount(invoice.Summary, "total_retainage"),
            Amount(invoice.Summary, "less_previous_certificates_for_payment"),
            Amount(invoice.Summary, "current_payment_due")
        );

    private static decimal ShareOf(PlayedInvoice invoice) =>
        Amount(invoice.Summary, "total_completed_and_stored_to_date") / Amount(invoice.Summary, "contract_sum_to_date");

    private static decimal Half(decimal amount) => Math.Round(amount / 2, 2, MidpointRounding.AwayFromZero);
}
