using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>Versions of a contract's terms at work: which one decides, and how its row is kept.</summary>
public sealed class CommitmentTermsTests
{
    // The period ends on 30 September 2025; ten per cent is withheld.
    private static readonly SourceInvoice Application = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly TermsVersion Base = Site.TermsOf("SC-002");

    private readonly Site site = new();

    [Fact]
    public void The_trail_names_the_version_that_decided()
    {
        var id = site.AddDocument(Application);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Contains("terms LAKESHORE|1|TERMS|SC-002|1", site.Frozen(id).RuleVersions, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_of_the_period_decides_whatever_came_later()
    {
        End(new DateTime(2025, 9, 30));
        site.AddTerms(site.Commitment, Later(new CalendarDate(2025, 10, 1)));
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Application))["State"]);
    }

    [Fact]
    public void From_its_first_day_on_the_next_version_decides_and_each_document_still_comes_once()
    {
        End(new DateTime(2025, 9, 29));
        site.AddTerms(site.Commitment, Later(new CalendarDate(2025, 9, 30)));
        var answer = site.Prepare(site.AddDocument(Application));
        Assert.Equal("Held retainage-differs", answer["State"] + " " + answer["ReasonCode"]);

        // Identity, snapshot, and the vendor's other documents; none for the terms.
        Assert.Equal(3, site.Dataverse.Requests.Count(request => request == "RetrieveMultiple pint_document"));
        Assert.DoesNotContain(site.Dataverse.Requests, request => request.Contains("commitmentterms", StringComparison.Ordinal));
    }

    [Fact]
    public void Drafts_and_superseded_versions_decide_nothing()
    {
        site.AddTerms(site.Commitment, Later(new CalendarDate(2025, 1, 1)), RuleStateChoice.Draft);
        site.AddTerms(site.Commitment, Later(new CalendarDate(2025, 1, 1)) with { Key = "T3", Number = 3 }, RuleStateChoice.Superseded);
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Application))["State"]);
    }

    [Fact]
    public void Without_a_version_for_the_period_the_document_is_refused_and_says_what_to_enter()
    {
        End(new DateTime(2025, 8, 31));
        var answer = site.Prepare(site.AddDocument(Application));
        Assert.Equal("Refused terms-missing", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("no active terms for the period ending 2025-09-30", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_active_versions_for_the_period_are_refused_by_name()
    {
        site.AddTerms(site.Commitment, Later(new CalendarDate(2025, 9, 1)));
        var answer = site.Prepare(site.AddDocument(Application));
        Assert.Equal("Refused terms-contradictory", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("LAKESHORE|1|TERMS|SC-002|1 and LAKESHORE|1|TERMS|SC-002|2", (string)answer["Message"], StringComparison.Ordinal);
    }

    private Entity Row => site.Dataverse.All(CommitmentTermsTable.LogicalName)[0];

    // Five per cent is agreed, so ten per cent in the application differs.
    private static TermsVersion Later(CalendarDate from) =>
        Base with
        {
            Key = "LAKESHORE|1|TERMS|SC-002|2",
            Number = 2,
            ValidFrom = from,
            Terms = Base.Terms with { Retainage = new RetainageTerms.Flat(0.05m) },
        };

    private void End(DateTime day) => Row[CommitmentTermsTable.ValidTo] = day;
}
