using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Where the file has what the engine speaks of, with an example of each.</summary>
internal static class FileFields
{
    private static readonly FileField Contract = new("originalContractSum", "1000.00") { IsOfContract = true };

    private static readonly Dictionary<string, FileField> OfLines = new(StringComparer.Ordinal)
    {
        ["line ID"] = new("line", "\"16\""),
        ["coding"] = new("coding", "\"0910 SUB\""),
        ["scheduled value"] = new("scheduledValue", "12000.00"),
        ["work from previous applications"] = new("workPrevious", "0.00"),
        ["work this period"] = new("workThisPeriod", "1234.50"),
        ["materials presently stored"] = new("materialsStored", "0.00"),
        ["total completed and stored to date"] = new("completedToDate", "1234.50"),
        ["total completed and stored of the previous application"] = new("completedPrevious", "0.00"),
        ["retainage held on work"] = new("workRetainage", "123.45"),
        ["retainage held on stored materials"] = new("storedRetainage", "0.00"),
        ["retainage released on work"] = new("workRetainageReleased", "0.00"),
        ["retainage released on stored materials"] = new("storedRetainageReleased", "0.00"),
        ["release"] = new("release.lines.amount", "100.00"),
    };

    private static readonly Dictionary<string, FileField> OfApplications = new(StringComparer.Ordinal)
    {
        ["line ID"] = new("lines.line", "\"16\""),
        ["lines"] = new("lines", "[ { \"line\": \"1\", \"workPrevious\": 0, \"workThisPeriod\": 400.00, \"materialsStored\": 0 } ]"),
        ["earlier application"] = new("applications") { IsOfContract = true },
        ["end of the period"] = new("periodEnd", "\"2026-03-31\""),
        ["original contract sum"] = new("certified.line1"),
        ["net change by change orders"] = new("certified.line2"),
        ["contract sum to date"] = new("certified.line3"),
        ["total completed and stored to date"] = new("certified.line4"),
        ["total retainage"] = new("certified.line5"),
        ["previous certificates"] = new("certified.line7"),
        ["current payment due"] = new("certified.line8"),
        ["header cut"] = new("cut.amount"),
        ["punch-list hold"] = new("release.punchListHold", "0.00"),
        ["retainage to keep"] = new("release.held", "0.00"),
        ["release"] = new("release.amount", "100.00"),
        ["original contract sum of the contract"] = Contract,
        ["the currency"] = Term("currency", "\"USD\"", "an ISO code", isInTerms: false),
        ["how retainage is calculated"] = Term(
            "retainage",
            "{ \"kind\": \"flat\", \"rate\": 0.10 }",
            "one of none, flat, split, perLine, frozen, lumpSum, step, slidingScale"
        ),
        ["where retainage amounts come from"] = Term("retainageAmounts", "\"terms\"", "terms or source"),
        ["who withholds retainage"] = Term("retainageKeptBy", "\"us\"", "us or oracle"),
        ["how stored materials carry into the next application"] = Term("storedMaterials", "\"manual\"", "manual or autoMove"),
        ["after how many applications unchanged stored materials are flagged"] = Term("staleStoragePeriods", "3", "1 or more"),
        ["how far a line may be billed over its scheduled value"] = Term("overbillingTolerance", "0.00", "an amount, 0.00 for none"),
        ["whether Oracle accepts negative invoice lines"] = Term("negativeLines", "\"accepted\"", "accepted or splitBySign"),
        ["which document is used for a credit"] = Term("creditDocument", "\"creditMemo\"", "creditMemo or debitMemo"),
        ["which line takes the rounding difference of a certified header"] = Term(
            "roundingDifference",
            "\"largestLine\"",
            "largestLine, firstLine or largestRemainder"
        ),
        ["the retainage rate on stored materials (5b)"] = Term("retainage.storedRate", "0.05", "a fraction from 0 to 1"),
        ["how the retainage reduction treats what is already held (reading A, B1, B2 or C)"] = Term(
            "retainage.reading",
            "\"wholeBalance\"",
            "wholeBalance, aboveThreshold, fromCrossing or stop"
        ),
    };

    // What a cause is about where it names no single input.
    private static readonly Dictionary<ReasonCode, FileField> OfReasons = new()
    {
        [DocumentReasons.ProcoreUndecided] = new("status", "\"approved\"", "approved, void, or approvedAsNoted if the terms post it"),
        [DocumentReasons.SourceVoid] = new("status", "\"approved\"", "approved for what was billed before"),
        [DocumentReasons.PredecessorNotPosted] = new("number", Allowed: "the applications in the order of their numbers"),
        [DocumentReasons.PossibleDuplicate] = new("number", "2", "each number once"),
        [DocumentReasons.TooManyLines] = new("lines", Allowed: "2,000 lines"),
        [BillingReasons.TermsMissing] = Term("approvedAsNoted", "\"posts\"", "posts or isHeld"),
        [BillingReasons.TermsContradictory] = new("terms") { IsOfContract = true },
        [BillingReasons.RateOutOfRange] = Term("retainage.rate", "0.10", "a fraction from 0 to 1"),
        [BillingReasons.OracleRetainageDiffers] = Term("retainageKeptBy", "\"us\"", "us, where Oracle cannot withhold by these terms"),
        [BillingReasons.OpeningNotSigned] = new("opening.signedBy", "\"P. Novak\"", "the name of the controller") { IsOfContract = true },
        [BillingReasons.OpeningDiffers] = new("opening", Allowed: "figures that equal the total of the lines") { IsOfContract = true },
        [SharedReasons.CurrencyUnknown] = Term("currency", "\"USD\"", "an ISO code", isInTerms: false),
        [SharedReasons.CurrencyDiffers] = new("currency", "\"USD\"", "the currency of the contract"),
        [BillingReasons.ScheduleChangeUnusable] = new("scheduleChanges"),
        [BillingReasons.CertificateDoesNotAddUp] = new("certified"),
        [BillingReasons.PreviousDiffers] = new("certified.line7"),
        [BillingReasons.HeaderCutUnusable] = new("cut", "{ \"amount\": 100.00, \"decidedBy\": \"P. Novak\", \"reason\": \"Defects\" }"),
        [BillingReasons.RetainageAboveCap] = new("lines.workRetainage", Allowed: "at most the cap of the terms"),
        [BillingReasons.RetainageDiffers] = new("lines.workRetainage", Allowed: "the amount that the terms give"),
        [BillingReasons.ReleaseUnusable] = new("release", "{ \"kind\": \"total\", \"amount\": 100.00 }"),
        [BillingReasons.ReleaseAboveHeld] = new("release", "{ \"kind\": \"everything\" }", "at most what is held"),
        [BillingReasons.DeductionIncomplete] = new(
            "deductions",
            "{ \"kind\": \"backCharge\", \"name\": \"BC-7\", \"amount\": 250.00, \"account\": \"52100\", \"approvedBy\": \"R. Alvarez\" }",
            "an amount above zero, an account and an approver"
        ),
    };

    /// <summary>The field of an input; null where the file has no such field.</summary>
    public static FileField? Of(InputPlace place) => (place.LineId is null ? OfApplications : OfLines).GetValueOrDefault(place.Field);

    /// <summary>The field that a reason is about; null where it is about the whole application.</summary>
    public static FileField? Of(ReasonCode code) => OfReasons.GetValueOrDefault(code);

    private static FileField Term(string name, string example, string allowed, bool isInTerms = true) =>
        new(isInTerms ? "terms." + name : name, example, allowed) { IsOfContract = true };
}
