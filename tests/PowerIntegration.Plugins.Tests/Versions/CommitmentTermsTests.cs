using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
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

    [Fact]
    public void Active_terms_are_not_edited_and_not_deleted()
    {
        var edited = Refused(() => site.Dataverse.Update(Changed(CommitmentTermsTable.WorkRate, 0.05m)));
        Assert.All(["|TERMS|SC-002|1 is active", "supersede it", "new version"], part => Assert.Contains(part, edited, StringComparison.Ordinal));
        Assert.Contains(
            "Only a draft can be deleted",
            Refused(() => site.Dataverse.Delete(CommitmentTermsTable.LogicalName, Row.Id)),
            StringComparison.Ordinal
        );
        Assert.EndsWith("(document-state)", Refused(() => site.Dataverse.Delete(CommitmentTermsTable.LogicalName, Row.Id)), StringComparison.Ordinal);
        Assert.Equal(0.10m, new RowView(Row).Amount(CommitmentTermsTable.WorkRate));
    }

    [Fact]
    public void What_cannot_be_used_does_not_become_active()
    {
        var draft = site.AddTerms(site.Commitment, Later(new CalendarDate(2026, 1, 1)), RuleStateChoice.Draft);
        site.Dataverse.Row(CommitmentTermsTable.LogicalName, draft)[CommitmentTermsTable.RateAfter] = 0.05m;
        var activation = new Entity(CommitmentTermsTable.LogicalName, draft)
        {
            [CommitmentTermsTable.RuleState] = new OptionSetValue(RuleStateChoice.Active),
        };
        Assert.StartsWith(
            "Terms LAKESHORE|1|TERMS|SC-002|2 cannot be used: Rate after is filled in",
            Refused(() => site.Dataverse.Update(activation)),
            StringComparison.Ordinal
        );
        activation[CommitmentTermsTable.RateAfter] = null;
        site.Dataverse.Update(activation);
        Assert.Equal(
            RuleStateChoice.Active,
            new RowView(site.Dataverse.Row(CommitmentTermsTable.LogicalName, draft)).Choice(CommitmentTermsTable.RuleState)
        );
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

    private void End(DateTime day) => site.Dataverse.Update(Changed(CommitmentTermsTable.ValidTo, day));

    private Entity Changed(string column, object? value) => new(CommitmentTermsTable.LogicalName, Row.Id) { [column] = value };

    private static string Refused(Action act) => Assert.Throws<InvalidPluginExecutionException>(act).Message;
}
