using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class StoredMaterialsTests
{
    private static readonly ContractTerms Auto = Contracts.TenPercent with { StoredMaterials = StoredMaterials.AutoMove };

    private static readonly ContractLedger Ledger = Contracts.Posted(70_000m, 1, Contracts.Balance("L1", 70_000m, 4_000m, 22_000m, 400m, 2_200m));

    [Theory]
    [InlineData(13_000, 0, true)]
    [InlineData(13_000, 8_999, true)]
    [InlineData(13_000, 9_000, false)]
    [InlineData(22_000, 0, false)]
    [InlineData(22_000, -500, false)]
    [InlineData(30_000, -500, false)]
    public void Stored_material_that_falls_without_work_is_flagged(int stored, int work, bool isFlagged)
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, Contracts.Application(2, Contracts.Line("L1", null, 4_000m, work, stored)));
        Assert.Equal(isFlagged, billed.Warnings.Any(warning => warning.Code == BillingWarningCode.StoredRemoved && warning.LineId == "L1"));
        Assert.Equal(stored + work - 22_000m, billed.After.GrossMovement);
    }

    [Fact]
    public void Storage_is_not_asked_about_in_a_correction_or_where_it_moves_by_itself()
    {
        var correction = Contracts.Application(1, Contracts.Line("L1", null, 0m, 4_000m, 13_000m)) with { Revision = 2 };
        Assert.Empty(Contracts.Billed(Contracts.TenPercent, Ledger, correction).Warnings);
        var auto = Contracts.Billed(
            Auto,
            Ledger with
            {
                StoredMaterials = StoredMaterials.AutoMove,
            },
            Contracts.Application(2, Contracts.Line("L1", null, 26_000m, 100m, 50m))
        );
        Assert.Empty(auto.Warnings);
    }

    [Fact]
    public void Only_storage_that_is_there_and_unchanged_is_stale()
    {
        var terms = Contracts.TenPercent with { StaleStoragePeriods = 1 };
        Assert.Empty(Contracts.Billed(terms, Ledger, Contracts.Application(2, Contracts.Line("L1", null, null, 0m, 23_000m))).Warnings);
        var none = Contracts.Posted(70_000m, 1, Contracts.Balance("L1", 70_000m, 4_000m, 0m, 400m));
        Assert.Empty(Contracts.Billed(terms, none, Contracts.Application(2, Contracts.Line("L1", null, null, 100m))).Warnings);
        var two = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("L2", 100m, 0m, 0m, 0m)] };
        Assert.Empty(Contracts.Billed(terms, two, Contracts.Application(2, Contracts.Line("L2", null, null, 10m))).Warnings);
    }

    [Theory]
    [InlineData(9_000, 9_000)]
    [InlineData(8_500, 8_500)]
    [InlineData(9_700, 9_700)]
    public void Material_cheaper_or_dearer_than_it_was_stored_moves_only_the_difference(int installed, int work)
    {
        // 9,000 leave the store; what they cost when installed is in the work of the period.
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, Contracts.Application(2, Contracts.Line("L1", null, 4_000m, work, 13_000m)));
        Assert.Equal(installed - 9_000m, billed.After.GrossMovement);
    }

    [Fact]
    public void Stored_material_that_never_moves_is_stale_after_the_periods_of_the_terms()
    {
        var ledger = Ledger;
        for (var number = 2; number <= 5; number++)
        {
            var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(number, Contracts.Line("L1", null, null, 0m, 22_000m)));
            Assert.Equal(number >= 4, billed.Warnings.Any(warning => warning.Code == BillingWarningCode.StoredStale));
            Assert.Equal(number - 1, billed.NextLedger.Lines[0].StoredUnchangedPeriods);
            ledger = billed.NextLedger;
        }

        var moved = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(6, Contracts.Line("L1", null, null, 1m, 21_999m)));
        Assert.Equal(0, moved.NextLedger.Lines[0].StoredUnchangedPeriods);
    }

    [Fact]
    public void A_term_for_stored_materials_that_changes_reconciles_every_line_and_continues()
    {
        var billed = Contracts.Billed(Auto, Ledger, Contracts.Application(2, Contracts.Line("L1", null, 26_000m, 1_000m, 500m)));
        Assert.Contains(billed.Warnings, warning => warning.Code == BillingWarningCode.StoredModeSwitched);
        Assert.Equal(1_500m, billed.After.GrossMovement);
        Assert.Equal(new BucketAmounts(2_700m, 50m), billed.After.Retainage);

        var back = Contracts.Billed(Contracts.TenPercent, billed.NextLedger, Contracts.Application(3, Contracts.Line("L1", null, 27_000m, 500m, 0m)));
        Assert.Equal(0m, back.After.GrossMovement);
        Assert.Contains(back.Warnings, warning => warning.Code == BillingWarningCode.StoredModeSwitched);
        Assert.DoesNotContain(
            Contracts.Billed(Auto, billed.NextLedger, Contracts.Application(3, Contracts.Line("L1", null, 27_500m, 0m))).Warnings,
            warning => warning.Code == BillingWarningCode.StoredModeSwitched
        );
    }

    [Fact]
    public void A_column_that_was_carried_in_another_mode_than_the_terms_say_is_held()
    {
        Contracts.AssertStopped(
            BillingReasons.StoredModeDiffers,
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2, Contracts.Line("L1", null, 26_000m, 0m)),
            "includes",
            "22,000.00"
        );
        Contracts.AssertStopped(
            BillingReasons.StoredModeDiffers,
            Auto,
            Ledger,
            Contracts.Application(2, Contracts.Line("L1", null, 4_000m, 0m)),
            "excludes"
        );
    }

    [Fact]
    public void A_column_that_fits_neither_mode_differs_from_what_was_posted() =>
        Contracts.AssertStopped(
            BillingReasons.PreviousDiffers,
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2, Contracts.Line("L1", null, 5_000m, 0m, 22_000m)),
            "27,000.00",
            "26,000.00"
        );

    [Fact]
    public void Without_column_D_the_ledger_carries_it_as_the_mode_says()
    {
        Assert.Equal(
            4_000m,
            Contracts
                .Billed(Contracts.TenPercent, Ledger, Contracts.Application(2, Contracts.Line("L1", null, null, 0m, 22_000m)))
                .Lines[0]
                .WorkPrevious
        );
        Assert.Equal(26_000m, Contracts.Billed(Auto, Ledger, Contracts.Application(2, Contracts.Line("L1", null, null, 0m))).Lines[0].WorkPrevious);
    }
}
