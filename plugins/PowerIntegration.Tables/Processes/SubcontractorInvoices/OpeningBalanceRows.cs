using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>
/// The opening balances of a running contract: one row of <see cref="OpeningBalanceTable"/> for each line, and what is not per line on the
/// contract's row. What is written is what is read; a figure that is missing is a problem, not zero.
/// </summary>
public static class OpeningBalanceRows
{
    private static readonly string[] ThresholdColumns =
    [
        OpeningBalanceTable.ThresholdCompleted,
        OpeningBalanceTable.ThresholdStored,
        OpeningBalanceTable.ThresholdWorkRetainage,
        OpeningBalanceTable.ThresholdStoredRetainage,
        OpeningBalanceTable.ThresholdPunchList,
    ];

    /// <summary>The figures on the contract's row; its currency is read with them.</summary>
    public static IReadOnlyList<string> HeaderColumns { get; } =
    [
        CommitmentTable.OpeningDate,
        CommitmentTable.OpeningOriginalSum,
        CommitmentTable.OpeningLastNumber,
        CommitmentTable.OpeningPostedRevisions,
        CommitmentTable.OpeningClosedLines,
        CommitmentTable.OpeningStoredMaterials,
        CommitmentTable.OpeningThresholdNumber,
        CommitmentTable.OpeningThresholdAmount,
        CommitmentTable.OpeningGross,
        CommitmentTable.OpeningRetainage,
        CommitmentTable.OpeningOracleGross,
        CommitmentTable.OpeningRetainageAccount,
    ];

    /// <summary>The columns that a line is read from.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
    [
        OpeningBalanceTable.ProcoreLineId,
        OpeningBalanceTable.Position,
        OpeningBalanceTable.Description,
        OpeningBalanceTable.Coding,
        OpeningBalanceTable.ScheduledValue,
        OpeningBalanceTable.CompletedToDate,
        OpeningBalanceTable.MaterialsStored,
        OpeningBalanceTable.WorkRetainage,
        OpeningBalanceTable.StoredRetainage,
        OpeningBalanceTable.PunchListRetainage,
        OpeningBalanceTable.WorkRetainageReleased,
        OpeningBalanceTable.StoredRetainageReleased,
        OpeningBalanceTable.StoredUnchangedPeriods,
        .. ThresholdColumns,
    ];

    /// <summary>Reads them whole; null where the contract has none.</summary>
    /// <param name="contract">The contract's row.</param>
    /// <param name="lines">The rows of its lines, in any order.</param>
    public static OpeningEntry? Read(RowView contract, IReadOnlyCollection<Entity> lines)
    {
        if (lines.Count == 0 && !HeaderColumns.Any(contract.Has))
        {
            return null;
        }

        var fields = new TermsFields(contract);
        var opening = new OpeningBalance(
            fields.RequiredDay(CommitmentTable.OpeningDate),
            fields.RequiredNumber(CommitmentTable.OpeningGross),
            fields.RequiredNumber(CommitmentTable.OpeningRetainage),
            fields.RequiredNumber(CommitmentTable.OpeningOracleGross),
            fields.RequiredNumber(CommitmentTable.OpeningRetainageAccount),
            null
        );
        var hasThreshold = fields.Has(CommitmentTable.OpeningThresholdNumber) || fields.Has(CommitmentTable.OpeningThresholdAmount);
        var ledger = new ContractLedger
        {
            Currency = contract.Text(CommitmentTable.Currency) ?? "",
            OriginalContractSum = fields.RequiredNumber(CommitmentTable.OpeningOriginalSum),
            LastPostedNumber = fields.RequiredWholeNumber(CommitmentTable.OpeningLastNumber),
            PostedRevisions = Entries(fields.Text(CommitmentTable.OpeningPostedRevisions)),
            StoredMaterials = fields.Choice(CommitmentTable.OpeningStoredMaterials, TermsChoices.StoredMaterials),
            Threshold = hasThreshold
                ? new ThresholdPassed(
                    fields.RequiredWholeNumber(CommitmentTable.OpeningThresholdNumber),
                    fields.RequiredNumber(CommitmentTable.OpeningThresholdAmount)
                )
                : null,
            Opening = opening,
            Lines = [],
        };
        var problems = new List<string>(fields.Problems);
        ledger = ledger with { Lines = Lines(lines, problems) };
        return new OpeningEntry(
            ledger.WithClosed([.. Entries(fields.Text(CommitmentTable.OpeningClosedLines)).Select(line => new ClosedLine(line, null))]),
            opening,
            problems
        );
    }

    /// <summary>Writes what is not per line into the contract's row.</summary>
    public static void WriteHeader(ContractLedger ledger, OpeningBalance opening, Entity contract)
    {
        contract[CommitmentTable.OpeningDate] = opening.Date.ToDateTime();
        contract[CommitmentTable.OpeningGross] = opening.Gross;
        contract[CommitmentTable.OpeningRetainage] = opening.Retainage;
        contract[CommitmentTable.OpeningOracleGross] = opening.OracleGross;
        contract[CommitmentTable.OpeningRetainageAccount] = opening.RetainageAccount;
        contract[CommitmentTable.OpeningOriginalSum] = ledger.OriginalContractSum;
        contract[CommitmentTable.OpeningLastNumber] = ledger.LastPostedNumber;
        contract[CommitmentTable.OpeningPostedRevisions] = Text(ledger.PostedRevisions);
        contract[CommitmentTable.OpeningClosedLines] = Text([
            .. ledger.Lines.Where(line => line.IsClosed).Select(line => line.LineId),
            .. ledger.ClosedLines.Select(line => line.LineId),
        ]);
        contract.Choose(CommitmentTable.OpeningStoredMaterials, TermsChoices.StoredMaterials, ledger.StoredMaterials);
        contract[CommitmentTable.OpeningThresholdNumber] = ledger.Threshold?.ApplicationNumber;
        contract[CommitmentTable.OpeningThresholdAmount] = ledger.Threshold?.Amount;
    }

    /// <summary>Writes the lines; contract, key and name of the rows are not part of them.</summary>
    public static IReadOnlyList<Entity> WriteLines(ContractLedger ledger) => [.. ledger.Lines.Select((line, index) => Write(line, index + 1))];

    private static Entity Write(ContractLine line, int position) =>
        new(OpeningBalanceTable.LogicalName)
        {
            [OpeningBalanceTable.ProcoreLineId] = line.LineId,
            [OpeningBalanceTable.Position] = position,
            [OpeningBalanceTable.Description] = line.Description,
            [OpeningBalanceTable.Coding] = line.Coding,
            [OpeningBalanceTable.ScheduledValue] = line.ScheduledValue,
            [OpeningBalanceTable.CompletedToDate] = line.Posted.Gross,
            [OpeningBalanceTable.MaterialsStored] = line.Posted.Stored,
            [OpeningBalanceTable.WorkRetainage] = line.Posted.Retainage.Work,
            [OpeningBalanceTable.StoredRetainage] = line.Posted.Retainage.Stored,
            [OpeningBalanceTable.PunchListRetainage] = line.Posted.Retainage.PunchList,
            [OpeningBalanceTable.WorkRetainageReleased] = line.Released.Work,
            [OpeningBalanceTable.StoredRetainageReleased] = line.Released.Stored,
            [OpeningBalanceTable.StoredUnchangedPeriods] = line.StoredUnchangedPeriods,
            [OpeningBalanceTable.ThresholdCompleted] = line.AtThreshold?.Gross,
            [OpeningBalanceTable.ThresholdStored] = line.AtThreshold?.Stored,
            [OpeningBalanceTable.ThresholdWorkRetainage] = line.AtThreshold?.Retainage.Work,
            [OpeningBalanceTable.ThresholdStoredRetainage] = line.AtThreshold?.Retainage.Stored,
            [OpeningBalanceTable.ThresholdPunchList] = line.AtThreshold?.Retainage.PunchList,
        };

    private static ContractLine[] Lines(IReadOnlyCollection<Entity> rows, List<string> problems)
    {
        var lines = rows.Select(row => new RowView(row))
            .OrderBy(row => row.WholeNumber(OpeningBalanceTable.Position) ?? int.MaxValue)
            .ThenBy(row => row.Text(OpeningBalanceTable.ProcoreLineId), StringComparer.Ordinal)
            .Select(row => Line(row, problems))
            .ToArray();
        problems.AddRange(
            lines
                .GroupBy(line => line.LineId, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => $"Line {group.Key} has more than one row of opening balances; delete all but one.")
        );
        return lines;
    }

    private static ContractLine Line(RowView row, List<string> problems)
    {
        var fields = new TermsFields(row);
        var lineId = fields.Text(OpeningBalanceTable.ProcoreLineId) ?? "";
        if (lineId.Length == 0)
        {
            fields.Add($"{OpeningBalanceTable.ProcoreLineId} is empty.");
        }

        var line = new ContractLine
        {
            LineId = lineId,
            Description = fields.Text(OpeningBalanceTable.Description),
            Coding = fields.Text(OpeningBalanceTable.Coding),
            ScheduledValue = fields.RequiredNumber(OpeningBalanceTable.ScheduledValue),
            Posted = new LineBalance(
                fields.RequiredNumber(OpeningBalanceTable.CompletedToDate),
                new BucketAmounts(
                    fields.RequiredNumber(OpeningBalanceTable.WorkRetainage),
                    fields.RequiredNumber(OpeningBalanceTable.StoredRetainage),
                    fields.Number(OpeningBalanceTable.PunchListRetainage) ?? 0m
                )
            )
            {
                Stored = fields.RequiredNumber(OpeningBalanceTable.MaterialsStored),
            },
            Released = new BucketAmounts(
                fields.Number(OpeningBalanceTable.WorkRetainageReleased) ?? 0m,
                fields.Number(OpeningBalanceTable.StoredRetainageReleased) ?? 0m
            ),
            AtThreshold = ThresholdColumns.Any(fields.Has) ? AtThreshold(fields) : null,
            StoredUnchangedPeriods = fields.WholeNumber(OpeningBalanceTable.StoredUnchangedPeriods) ?? 0,
        };
        problems.AddRange(fields.Problems.Select(problem => $"Opening balance of line {lineId}: {problem}"));
        return line;
    }

    private static LineBalance AtThreshold(TermsFields fields) =>
        new(
            fields.RequiredNumber(OpeningBalanceTable.ThresholdCompleted),
            new BucketAmounts(
                fields.RequiredNumber(OpeningBalanceTable.ThresholdWorkRetainage),
                fields.RequiredNumber(OpeningBalanceTable.ThresholdStoredRetainage),
                fields.Number(OpeningBalanceTable.ThresholdPunchList) ?? 0m
            )
        )
        {
            Stored = fields.RequiredNumber(OpeningBalanceTable.ThresholdStored),
        };

    private static string[] Entries(string? text) => [.. (text ?? "").Split('\n').Select(entry => entry.Trim()).Where(entry => entry.Length > 0)];

    private static string? Text(IReadOnlyCollection<string> entries) => entries.Count == 0 ? null : string.Join("\n", entries);
}
