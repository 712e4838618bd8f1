using System.Text.Json;
using CsCheck;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Tables;

/// <summary>Opening balances as rows: what is written is what is read, in the order of the schedule of values; missing is not zero.</summary>
public sealed class OpeningBalanceRowsTests
{
    private static readonly Gen<decimal> GenAmount = Gen.Long[-9_999_999_999, 9_999_999_999].Select(cents => cents / 100m);

    private static readonly Gen<LineBalance> GenBalance = Gen.Select(GenAmount, GenAmount, GenAmount, GenAmount, GenAmount)
        .Select(
            (gross, stored, onWork, onStored, punchList) => new LineBalance(gross, new BucketAmounts(onWork, onStored, punchList)) { Stored = stored }
        );

    private static readonly Gen<string?> GenText = OneOf<string?>(null, "Zürich: roof", "1 | 2", "{}");

    private static readonly Gen<ContractLine> GenLine = Gen.Select(
            Gen.Select(GenText, GenText, GenAmount),
            GenBalance,
            Gen.Select(GenAmount, GenAmount),
            Gen.Select(Gen.Bool, GenBalance),
            Gen.Int[0, 9]
        )
        .Select(
            (words, posted, released, threshold, unchanged) =>
                new ContractLine
                {
                    LineId = "",
                    Description = words.Item1,
                    Coding = words.Item2,
                    ScheduledValue = words.Item3,
                    Posted = posted,
                    Released = new BucketAmounts(released.Item1, released.Item2),
                    AtThreshold = threshold.Item1 ? threshold.Item2 : null,
                    StoredUnchangedPeriods = unchanged,
                }
        );

    private static readonly Gen<ContractLedger> GenLedger = Gen.Select(
            Gen.Select(GenAmount, Gen.Int[0, 99], Gen.Int[0, 2]),
            OneOf<StoredMaterials?>(null, StoredMaterials.Manual, StoredMaterials.AutoMove),
            Gen.Select(Gen.Bool, Gen.Int[1, 9], GenAmount),
            GenLine.Array[0, 12],
            Gen.Int[0, 3],
            Gen.Select(GenAmount, GenAmount, GenAmount, GenAmount)
        )
        .Select(
            (header, stored, threshold, lines, closed, ties) =>
                new ContractLedger
                {
                    Currency = "USD",
                    OriginalContractSum = header.Item1,
                    LastPostedNumber = header.Item2,
                    PostedRevisions = [.. Enumerable.Range(1, header.Item3).Select(number => $"A|1|{number}")],
                    StoredMaterials = stored,
                    Threshold = threshold.Item1 ? new ThresholdPassed(threshold.Item2, threshold.Item3) : null,
                    Opening = new OpeningBalance(CalendarDate.Parse("2025-09-30"), ties.Item1, ties.Item2, ties.Item3, ties.Item4, null),
                    // Ids whose order as texts is not the order of the schedule of values.
                    Lines = [.. lines.Select((line, index) => line with { LineId = $"{(index * 7) % 13}", IsClosed = index < closed })],
                    ClosedLines = [.. Enumerable.Range(0, closed).Select(index => new ClosedLine($"gone-{index}", null))],
                }
        );

    [Fact]
    public void What_is_written_is_what_is_read() =>
        GenLedger.Sample(
            ledger =>
            {
                var entry = Read(Header(ledger), [.. OpeningBalanceRows.WriteLines(ledger).Reverse()])!;
                Assert.Empty(entry.Problems);
                Assert.Equal(JsonSerializer.Serialize(ledger), JsonSerializer.Serialize(entry.Ledger));
                Assert.Equal(ledger.Opening, entry.Ties);
            },
            iter: 500
        );

    [Fact]
    public void Every_column_is_read_and_changes_the_hash()
    {
        var ledger = Full();
        var (header, lines) = (Header(ledger), OpeningBalanceRows.WriteLines(ledger));
        var hash = Read(header, lines)!.HashFor(Guid.Empty);
        Assert.NotEqual(hash, Read(header, lines)!.HashFor(new Guid(1, 0, 0, new byte[8])));
        foreach (var (row, column) in OpeningBalanceRows.HeaderColumns.Select(column => (header, column)).Concat(Columns(lines[0])))
        {
            var before = row[column];
            row[column] = before switch
            {
                decimal amount => amount + 1m,
                int number => number + 7,
                DateTime day => day.AddDays(1),
                OptionSetValue => new OptionSetValue(StoredMaterialsChoice.Manual),
                var text => text + "x",
            };
            Assert.NotEqual(hash, Read(header, lines)!.HashFor(Guid.Empty));
            row[column] = before;
        }

        Assert.Equal(hash, Read(header, lines)!.HashFor(Guid.Empty));
        header[CommitmentTable.Currency] = "CAD";
        Assert.NotEqual(hash, Read(header, lines)!.HashFor(Guid.Empty));
    }

    [Fact]
    public void A_figure_that_is_missing_is_a_problem_and_is_named()
    {
        var ledger = Full();
        var lines = OpeningBalanceRows.WriteLines(ledger);
        var header = new Entity(CommitmentTable.LogicalName) { [CommitmentTable.OpeningDate] = new DateTime(2025, 9, 30) };
        lines[0][OpeningBalanceTable.MaterialsStored] = null;
        lines[0][OpeningBalanceTable.ThresholdStored] = null;
        var problems = Read(header, [.. lines, lines[0]])!.Problems;
        Assert.Equal(
            [
                "Opening gross is empty.",
                "Opening retainage is empty.",
                "Opening Oracle gross is empty.",
                "Opening retainage account is empty.",
                "Opening original contract sum is empty.",
                "Opening last application is empty.",
                "Opening balance of line 7001: Materials stored is empty.",
                "Opening balance of line 7001: Materials stored at threshold is empty.",
                "Line 7001 has 2 opening balances. Delete all but one.",
            ],
            problems.Distinct()
        );
    }

    [Fact]
    public void A_contract_without_figures_and_rows_has_none_and_rows_alone_are_some()
    {
        Assert.Null(Read(new Entity(CommitmentTable.LogicalName), []));
        Assert.NotEmpty(Read(new Entity(CommitmentTable.LogicalName), OpeningBalanceRows.WriteLines(Full()))!.Problems);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static OpeningEntry? Read(Entity header, IReadOnlyList<Entity> lines) => OpeningBalanceRows.Read(new RowView(header), lines);

    private static Entity Header(ContractLedger ledger)
    {
        var header = new Entity(CommitmentTable.LogicalName) { [CommitmentTable.Currency] = "USD" };
        OpeningBalanceRows.WriteHeader(ledger, ledger.Opening!, header);
        return header;
    }

    // The place is of no meaning by itself; it orders.
    private static IEnumerable<(Entity Row, string Column)> Columns(Entity row) =>
        OpeningBalanceRows.LineColumns.Where(column => column != OpeningBalanceTable.Position).Select(column => (row, column));

    private static ContractLedger Full() =>
        new()
        {
            Currency = "USD",
            OriginalContractSum = 1m,
            LastPostedNumber = 2,
            PostedRevisions = ["A|1"],
            StoredMaterials = StoredMaterials.AutoMove,
            Threshold = new ThresholdPassed(1, 5m),
            Opening = new OpeningBalance(CalendarDate.Parse("2025-09-30"), 1m, 2m, 3m, 4m, null),
            ClosedLines = [new ClosedLine("gone", null)],
            Lines =
            [
                new ContractLine
                {
                    LineId = "7001",
                    Description = "Roof",
                    Coding = "1000",
                    ScheduledValue = 9m,
                    Posted = new LineBalance(8m, new BucketAmounts(1m, 2m, 3m)) { Stored = 4m },
                    Released = new BucketAmounts(5m, 6m),
                    AtThreshold = new LineBalance(7m, new BucketAmounts(1m, 1m, 1m)) { Stored = 2m },
                    StoredUnchangedPeriods = 1,
                },
            ],
        };
}
