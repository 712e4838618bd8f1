using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>Applications 1 (until 2025-09-30) and 2 (until 2025-10-31) are posted, and application 2 is corrected.</summary>
public sealed class CorrectionPeriodTests
{
    private static readonly SourceInvoice Second = TwoLines.Second(20000m, 6000m, 5000m, 1500m);

    private static readonly PreparedInvoice Posted = Facts.Frozen(TwoLines.After(Second)).Invoice;

    [Theory]
    [InlineData(DocumentState.Posted)]
    [InlineData(DocumentState.Reversed)]
    public void A_correction_does_not_end_before_the_application_before_it(DocumentState corrected)
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Correction(new CalendarDate(2025, 9, 29), corrected)));
        Assert.Equal("date-before-previous Refused", refusal.WireCode + " " + refusal.State);
        Assert.Contains("ends on 2025-09-29", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("application 1, which ends on 2025-09-30", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-09-30")]
    [InlineData("2025-10-15")]
    public void It_may_move_its_period_as_long_as_it_does_not(string end) =>
        Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(Correction(CalendarDate.Parse(end), DocumentState.Posted)));

    [Fact]
    public void A_reversed_application_before_it_bounds_nothing()
    {
        var facts = Correction(new CalendarDate(2025, 9, 29), DocumentState.Posted);
        var others = facts.Others.Select(other => other.ApplicationNumber == 1 ? other with { State = DocumentState.Reversed } : other);
        Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(facts with { Others = [.. others] }));
    }

    private static PreparationFacts Correction(CalendarDate end, DocumentState corrected)
    {
        // 1,000 more than was posted.
        var source = TwoLines.Second(21000m, 6100m, 5000m, 1500m) with
        {
            PeriodEnd = end,
        };
        var facts = Facts.After(corrected == DocumentState.Posted ? Posted : TwoLines.Posted, source);
        return facts with
        {
            // After a reversal the ledger has no period.
            Ledger = corrected == DocumentState.Posted ? facts.Ledger : facts.Ledger with { LastPeriodEnd = null },
            Document = facts.Document with { Revision = 2, PeriodEnd = end },
            Others = [Other(TwoLines.First, 11, DocumentState.Posted), Other(Second, 12, corrected)],
        };
    }

    private static DocumentSummary Other(SourceInvoice source, int id, DocumentState state) =>
        Facts.Summary(source, new Guid(id, 0, 0, new byte[8])) with
        {
            State = state,
            PeriodEnd = source.PeriodEnd,
        };
}
