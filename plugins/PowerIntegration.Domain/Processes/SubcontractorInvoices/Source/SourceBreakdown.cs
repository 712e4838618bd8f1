using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>
/// A subcontractor's own breakdown of a commitment line: with its schedule of values, Procore has one line of the invoice for each of its parts. The
/// commitment, the ledger and Oracle know the line as a whole, so the parts are added up; each of them stays in its own row as Procore said it.
/// </summary>
public static class SourceBreakdown
{
    private const string DetailType = "contract_detail_item";

    /// <summary>True where the line is a part of a commitment line.</summary>
    public static bool IsDetail(SourceInvoiceLine line) => string.Equals(line.ItemType, DetailType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Number of the lines when parts are added up.</summary>
    public static int Count(SourceInvoice invoice) => invoice.Lines.GroupBy(KeyOf, StringComparer.Ordinal).Count();

    /// <summary>The invoice with one line for each commitment line, in the order of their first parts. <see cref="Problems"/> has none.</summary>
    public static SourceInvoice AddedUp(SourceInvoice invoice) =>
        invoice with
        {
            Lines = [.. invoice.Lines.GroupBy(KeyOf, StringComparer.Ordinal).Select(parts => parts.Count() == 1 ? parts.First() : Sum([.. parts]))],
        };

    /// <summary>Lines that cannot be added up: repeated, whole and in parts, or parts of different coding.</summary>
    public static IEnumerable<Refusal> Problems(SourceInvoice invoice)
    {
        foreach (
            var parts in invoice
                .Lines.Where(line => !string.IsNullOrEmpty(line.ProcoreLineId))
                .GroupBy(line => line.ProcoreLineId!, StringComparer.Ordinal)
                .Where(parts => parts.Count() > 1)
        )
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in parts)
            {
                if (!seen.Add(IsDetail(line) ? line.ProcoreDetailId ?? "" : "whole"))
                {
                    yield return Repeated(invoice, line, $"repeats {NameOf(line)}");
                }
            }

            if (parts.Any(IsDetail) && parts.FirstOrDefault(line => !IsDetail(line)) is { } whole)
            {
                yield return Repeated(
                    invoice,
                    whole,
                    $"bills schedule of values line {whole.ProcoreLineId} as a whole, and other lines bill it by the subcontractor's breakdown"
                );
            }

            if (parts.FirstOrDefault(line => !IsCodedAs(line, parts.First())) is { } other)
            {
                yield return new Refusal(
                    DocumentReasons.LineRepeated,
                    $"{SourceNames.Of(invoice, other)} is coded {Sentence.Quoted(other.FlatCode)}, but another part of schedule of values line "
                        + $"{other.ProcoreLineId} is coded {Sentence.Quoted(parts.First().FlatCode)}. A commitment line has one coding. "
                        + "Correct the code in Procore."
                );
            }
        }
    }

    /// <summary>What a person reads about the lines that were added up, one line of text each.</summary>
    public static IEnumerable<string> Notes(SourceInvoice invoice) =>
        invoice
            .Lines.Where(line => line.Parts.Count > 0)
            .Select(line =>
                $"Line {line.ProcoreLineId} adds up the subcontractor's breakdown: "
                + string.Join(
                    "; ",
                    line.Parts.Select(part =>
                        $"{part.Description ?? "detail " + part.ProcoreDetailId}: work {Text(part.WorkThisPeriod)}, "
                        + $"stored {Text(part.MaterialsStored)}, to date {Text(part.CompletedToDate)}"
                    )
                )
            );

    private static string Text(decimal? amount) => Sentence.Amount(amount ?? 0m);

    // A line without an id is refused by name; until then it stands alone.
    private static string KeyOf(SourceInvoiceLine line) =>
        string.IsNullOrEmpty(line.ProcoreLineId) ? "item " + line.ProcoreItemId : line.ProcoreLineId!;

    private static string NameOf(SourceInvoiceLine line) =>
        IsDetail(line) && !string.IsNullOrEmpty(line.ProcoreDetailId)
            ? $"detail {line.ProcoreDetailId} of schedule of values line {line.ProcoreLineId}"
            : $"schedule of values line {line.ProcoreLineId}";

    private static Refusal Repeated(SourceInvoice invoice, SourceInvoiceLine line, string what) =>
        new(DocumentReasons.LineRepeated, $"{SourceNames.Of(invoice, line)} {what}. Remove one of the lines in Procore.");

    private static bool IsCodedAs(SourceInvoiceLine line, SourceInvoiceLine first) => line.Codes == first.Codes;

    private static SourceInvoiceLine Sum(IReadOnlyList<SourceInvoiceLine> parts) =>
        parts[0] with
        {
            Description = string.Join("; ", parts.Select(part => part.Description).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct()),
            ScheduledValue = Total(parts, part => part.ScheduledValue),
            WorkPrevious = Total(parts, part => part.WorkPrevious),
            WorkThisPeriod = Total(parts, part => part.WorkThisPeriod),
            MaterialsStored = Total(parts, part => part.MaterialsStored),
            CompletedToDate = Total(parts, part => part.CompletedToDate),
            CompletedPrevious = Total(parts, part => part.CompletedPrevious),
            WorkRetainageHeld = Total(parts, part => part.WorkRetainageHeld),
            StoredRetainageHeld = Total(parts, part => part.StoredRetainageHeld),
            WorkRetainageReleased = Total(parts, part => part.WorkRetainageReleased),
            StoredRetainageReleased = Total(parts, part => part.StoredRetainageReleased),
            ClaimedAmount = Total(parts, part => part.ClaimedAmount),
            LineStatus = parts.All(part => part.LineStatus == parts[0].LineStatus) ? parts[0].LineStatus : null,
            ManualOverride = parts.Any(part => part.ManualOverride),
            Parts = parts,
        };

    // Missing is not zero: what one part does not say is not known of the line.
    private static decimal? Total(IReadOnlyList<SourceInvoiceLine> parts, Func<SourceInvoiceLine, decimal?> amount) =>
        parts.All(part => amount(part) is not null) ? parts.Sum(amount) : null;
}
