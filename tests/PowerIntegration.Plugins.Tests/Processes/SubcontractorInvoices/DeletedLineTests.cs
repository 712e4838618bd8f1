using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>A line that a controller lets be credited leaves the rows of the ledger for good, over as many postings as come.</summary>
public sealed class DeletedLineTests
{
    private const string Delete = """{"scheduleChanges":[{"kind":"delete","line":"7002","treatment":"credit"}]}""";

    private static readonly SourceInvoiceLine Second = Sample.Line(2, 50000m, 0m, 10000m, 0m, 1000m, 0m, 0m);

    private readonly Site site = new();

    [Fact]
    public void It_is_credited_once_is_no_ledger_line_any_more_and_does_not_come_back_unnoticed()
    {
        Post(Sample.Application(1, 0m, [Sample.Line(1, 100000m, 0m, 40000m, 0m, 4000m, 0m, 0m), Second]));

        var deleting = site.AddDocument(Sample.Application(2, 45000m, [Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m)]));
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", deleting), ("Decisions", Delete));
        Assert.Equal("Prepared", site.Prepare(deleting)["State"]);
        Assert.Equal(9000m, site.Frozen(deleting).PayableAmount);
        Assert.Equal("Posted", site.RecordPosted(deleting));

        var third = Sample.Line(1, 100000m, 60000m, 10000m, 0m, 7000m, 0m, 60000m);
        var refused = site.Prepare(site.AddDocument(Sample.Application(3, 54000m, [third, Second])));
        Assert.Equal("Refused schedule-change-unusable", refused["State"] + " " + refused["ReasonCode"]);
        Assert.Contains("line 7002 (Work item 2)", (string)refused["Message"], StringComparison.Ordinal);

        var next = Post(Sample.Application(3, 54000m, [third]), revision: 2);
        Assert.Equal(
            ["ScheduleOfValues 7001", "ClosedLine 7002"],
            site.Frozen(next).Lines.Where(line => line.ProcoreLineId is not null).Select(line => $"{line.Kind} {line.ProcoreLineId}")
        );
        Assert.Equal(9000m, site.Frozen(next).PayableAmount);
    }

    private Guid Post(SourceInvoice invoice, int revision = 1)
    {
        var id = site.AddDocument(invoice, revision);
        var prepared = site.Prepare(id);
        Assert.True("Prepared" == (string)prepared["State"], (string)prepared["Message"]);
        Assert.Equal("Posted", site.RecordPosted(id));
        return id;
    }
}
