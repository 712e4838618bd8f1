using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Tests.Sites;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>The rows of the other applications say until when they ran.</summary>
public sealed class CorrectionPeriodTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly SourceInvoice Second = Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m)]);

    [Fact]
    public void A_correction_that_ends_before_the_application_before_it_is_refused_by_both_periods()
    {
        var site = new Site();
        Assert.Equal("Posted", site.Post(site.AddDocument(First)));
        Assert.Equal("Posted", site.Post(site.AddDocument(Second)));

        var answer = site.Prepare(site.AddDocument(Second with { PeriodEnd = new CalendarDate(2025, 9, 15) }, revision: 2));

        Assert.Equal(("Refused", "date-before-previous"), (answer["State"], answer["ReasonCode"]));
        Assert.Contains(
            "2025-09-15, before the period of application 1, which ends on 2025-09-30",
            (string)answer["Message"],
            StringComparison.Ordinal
        );
    }
}
