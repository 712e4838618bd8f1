using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads the balances that an application is billed from. A missing balance is a problem: missing is not zero.</summary>
public static class BalancesText
{
    /// <summary>Reads the ledger.</summary>
    public static ContractLedger Read(JsonFields fields) =>
        Open(fields).WithClosed([.. fields.Texts("closedLines").Select(line => new ClosedLine(line, null))]);

    private static ContractLedger Open(JsonFields fields) =>
        new()
        {
            Currency = fields.Text("currency"),
            OriginalContractSum = fields.Amount("originalContractSum"),
            LastPostedNumber = fields.WholeNumber("lastPostedNumber"),
            LastPeriodEnd = fields.OptionalDay("lastPeriodEnd"),
            PostedRevisions = fields.Texts("postedRevisions"),
            StoredMaterials = fields.OptionalChoice<StoredMaterials>("storedMaterials"),
            Threshold = fields.Optional("threshold") is { } threshold
                ? new ThresholdPassed(threshold.WholeNumber("application"), threshold.Amount("amount"))
                : null,
            Opening = fields.Optional("opening") is { } opening ? ReadOpening(opening) : null,
            Lines = [.. fields.Objects("lines", "line").Select(ReadLine)],
        };

    /// <summary>Reads a line of the original schedule of values: nothing is billed on it.</summary>
    public static ContractLine ReadUnbilledLine(JsonFields fields) =>
        new()
        {
            LineId = fields.Text("line"),
            Description = fields.OptionalText("description"),
            Coding = fields.OptionalText("coding"),
            ScheduledValue = fields.Amount("scheduledValue"),
        };

    /// <summary>Reads a line with its billed balance.</summary>
    public static ContractLine ReadLine(JsonFields fields) =>
        ReadUnbilledLine(fields) with
        {
            Posted = Balance(fields),
            Released = new BucketAmounts(
                fields.OptionalAmount("workRetainageReleased") ?? 0m,
                fields.OptionalAmount("storedRetainageReleased") ?? 0m
            ),
            AtThreshold = fields.Optional("atThreshold") is { } passed ? Balance(passed) : null,
            StoredUnchangedPeriods = fields.OptionalWholeNumber("storedUnchangedPeriods") ?? 0,
        };

    private static LineBalance Balance(JsonFields fields) =>
        new(
            fields.Amount("completedToDate"),
            new BucketAmounts(fields.Amount("workRetainage"), fields.Amount("storedRetainage"), fields.OptionalAmount("punchListRetainage") ?? 0m)
        )
        {
            Stored = fields.Amount("materialsStored"),
        };

    /// <summary>Reads the tie-out figures of a running contract.</summary>
    public static OpeningBalance ReadOpening(JsonFields fields) =>
        new(
            fields.Day("date"),
            fields.Amount("gross"),
            fields.Amount("retainage"),
            fields.Amount("oracleGross"),
            fields.Amount("retainageAccount"),
            fields.OptionalText("signedBy")
        );
}
