using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Plugins.Texts;

/// <summary>Reads the balances from which an application is billed. A balance that is missing is a problem: missing is not zero.</summary>
internal static class BalancesText
{
    public static ContractLedger Read(JsonFields fields) =>
        Standing(fields).WithClosed([.. fields.Texts("closedLines").Select(line => new ClosedLine(line, null))]);

    private static ContractLedger Standing(JsonFields fields) =>
        new()
        {
            Currency = fields.Text("currency"),
            OriginalContractSum = fields.Amount("originalContractSum"),
            LastPostedNumber = fields.Whole("lastPostedNumber"),
            PostedRevisions = fields.Texts("postedRevisions"),
            StoredMaterials = fields.OptionalWord<StoredMaterials>("storedMaterials"),
            Threshold = fields.Optional("threshold") is { } threshold
                ? new ThresholdPassed(threshold.Whole("application"), threshold.Amount("amount"))
                : null,
            Opening = fields.Optional("opening") is { } opening ? Opening(opening) : null,
            Lines = [.. fields.Objects("lines").Select(Line)],
        };

    private static ContractLine Line(JsonFields fields) =>
        new()
        {
            LineId = fields.Text("line"),
            Description = fields.OptionalText("description"),
            Coding = fields.OptionalText("coding"),
            ScheduledValue = fields.Amount("scheduledValue"),
            Posted = Balance(fields),
            Released = new BucketAmounts(
                fields.OptionalAmount("workRetainageReleased") ?? 0m,
                fields.OptionalAmount("storedRetainageReleased") ?? 0m
            ),
            AtThreshold = fields.Optional("atThreshold") is { } passed ? Balance(passed) : null,
            StoredUnchangedPeriods = fields.OptionalWhole("storedUnchangedPeriods") ?? 0,
        };

    private static LineBalance Balance(JsonFields fields) =>
        new(
            fields.Amount("completedToDate"),
            new BucketAmounts(fields.Amount("workRetainage"), fields.Amount("storedRetainage"), fields.OptionalAmount("punchListRetainage") ?? 0m)
        )
        {
            Stored = fields.Amount("materialsStored"),
        };

    private static OpeningBalance Opening(JsonFields fields) =>
        new(
            fields.Day("date"),
            fields.Amount("gross"),
            fields.Amount("retainage"),
            fields.Amount("oracleGross"),
            fields.Amount("retainageAccount"),
            fields.OptionalText("signedBy")
        );
}
