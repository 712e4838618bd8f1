using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>
/// A running contract with three applications in Procore, by hand: 7.5 percent of work and of stored materials is held. Switchgear of 40,000.00 is
/// stored with the first application and installed with the second.
/// </summary>
public sealed class ReplayTermsTests
{
    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85_000m, 0m, 4_200m, 40_000m, 315m, 3_000m, 0m), Sample.Line(2, 20_000m, 0m, 1_000m, 0m, 75m, 0m, 0m)]
    );

    private static readonly SourceInvoice Second = Sample.Application(
        2,
        41_810m,
        [Sample.Line(1, 85_000m, 4_200m, 50_000m, 0m, 4_065m, 0m, 44_200m), Sample.Line(2, 20_000m, 1_000m, 3_000m, 0m, 300m, 0m, 1_000m)]
    );

    private static readonly SourceInvoice Third = Sample.Application(
        3,
        53_835m,
        [Sample.Line(1, 85_000m, 54_200m, 10_000m, 0m, 4_815m, 0m, 54_200m), Sample.Line(2, 20_000m, 4_000m, 6_000m, 0m, 750m, 0m, 4_000m)]
    );

    private readonly Site site = new();

    [Fact]
    public void Wrong_terms_differ_by_application_and_line_and_the_true_ones_are_proposed()
    {
        Add(First, Second, Third);
        var answer = Replay(Draft(new RetainageTerms.Flat(0.10m)));

        // 2.5 percent more of 4,200.00 and 40,000.00 is 1,105.00, of 1,000.00 it is 25.00; the payment is the movement of both.
        Assert.Equal(("", 3), ((string)answer["ReasonCode"], (int)answer["ApplicationCount"]));
        var differences = JsonNode.Parse((string)answer["Differences"])!.AsArray();
        Assert.Equal((int)answer["DifferenceCount"], differences.Count);
        Assert.Equal(
            [(1, "7001", 1_105m), (1, "7002", 25m), (2, "7001", 1_355m), (2, "7002", 100m), (3, "7001", 1_605m), (3, "7002", 250m)],
            differences
                .Where(one => one!["line"] is not null)
                .Select(one => ((int)one!["application"]!, (string)one["line"]!, (decimal)one["difference"]!))
        );
        Assert.Equal(
            [(1, -1_130m), (2, -325m), (3, -400m)],
            differences.Where(one => one!["line"] is null).Select(one => ((int)one!["application"]!, (decimal)one["difference"]!))
        );
        Assert.Equal(1_855m, answer["DifferenceAmount"]);
        var proposal = JsonNode.Parse((string)answer["Proposal"])!["proposals"]![0]!;
        Assert.Equal("\"retainage\": { \"kind\": \"flat\", \"rate\": 0.075 }", (string)proposal["fields"]!);
        Assert.True((bool)proposal["explainsAll"]!);
        Assert.Contains("Proposal 1: retainage is 7.5 percent (explains all).", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void True_terms_differ_in_nothing_and_nothing_is_written()
    {
        Add(First, Second, Third);
        var answer = Replay(Draft(new RetainageTerms.Split(0.075m, 0.075m)));
        Assert.Equal((3, 0, 0m), ((int)answer["ApplicationCount"], (int)answer["DifferenceCount"], (decimal)answer["DifferenceAmount"]));
        Assert.Contains("The terms give what was paid.", (string)answer["Message"], StringComparison.Ordinal);
        Assert.All(site.Dataverse.Requests, request => Assert.StartsWith("Retrieve", request, StringComparison.Ordinal));
        Assert.Empty(site.Dataverse.Written);
        Assert.Equal(3, site.Dataverse.Requests.Count);
    }

    [Fact]
    public void A_line_that_a_person_overrode_is_named_and_the_terms_are_found()
    {
        var overridden = Second.With(2, line => line with { WorkRetainageHeld = 500m, ManualOverride = true }) with
        {
            RetainageToDate = 4_565m,
            CertifiedPayment = Second.CertifiedPayment - 200m,
        };
        var after = Third with { PreviousCertificates = 53_635m, CertifiedPayment = Third.CertifiedPayment + 200m };
        Add(First, overridden, after);
        var answer = Replay(Draft(new RetainageTerms.Flat(0.10m)));
        var proposal = JsonNode.Parse((string)answer["Proposal"])!["proposals"]![0]!;
        Assert.Contains("\"rate\": 0.075", (string)proposal["fields"]!, StringComparison.Ordinal);
        Assert.True((bool)proposal["explainsAll"]!, (string)answer["Message"]);
        Assert.Equal([2], proposal["overridden"]!.AsArray().Select(one => (int)one!["application"]!));
        Assert.Contains("Application 2: retainage was overridden in Procore.", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_approved_revision_counts_and_what_is_not_approved_does_not()
    {
        Add(First, Second with { Status = "under_review" });
        site.AddDocument(First with { Status = "draft" }, 2);
        Assert.Equal("input-unusable", Replay(Draft(new RetainageTerms.Flat(0.10m)))["ReasonCode"]);
        site.AddDocument(First, 3);
        Assert.Equal(1, Replay(Draft(new RetainageTerms.Flat(0.10m)))["ApplicationCount"]);
    }

    [Fact]
    public void A_history_that_begins_later_starts_from_what_its_first_application_states()
    {
        Add(Second, Third);
        var answer = Replay(Draft(new RetainageTerms.Flat(0.075m)));
        Assert.Equal((1, 0), ((int)answer["ApplicationCount"], (int)answer["DifferenceCount"]));
        Assert.Contains("Application 2 is the first one that was read", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_posted_is_compared_with_the_ledger()
    {
        site.ReplaceTerms(Version(new RetainageTerms.Split(0.075m, 0.075m)) with { Key = "LAKESHORE|1|TERMS|SC-002|8", Number = 8 });
        Assert.Equal("Posted", site.Post(site.AddDocument(First)));
        Add(Second);
        var lines = site
            .Dataverse.All(DocumentLineTable.LogicalName)
            .Where(row => row.GetAttributeValue<string>(DocumentLineTable.ProcoreLineId) == "7002");
        foreach (var row in lines.ToList())
        {
            site.Dataverse.Row(DocumentLineTable.LogicalName, row.Id)[DocumentLineTable.WorkRetainageAfter] = 80m;
        }

        var answer = Replay(Draft(new RetainageTerms.Flat(0.075m)));
        var difference = Assert.Single(
            JsonNode.Parse((string)answer["Differences"])!.AsArray(),
            one => (string?)one!["line"] == "7002" && (int)one["application"]! == 1
        );
        Assert.Equal((75m, 80m), ((decimal)difference!["billed"]!, (decimal)difference["paid"]!));
    }

    [Fact]
    public void A_contract_with_too_many_lines_is_refused_with_the_number()
    {
        for (var number = 1; number <= 8; number++)
        {
            var lines = Enumerable.Range(1, 2_000).Select(line => Sample.Line(line, 100m, 0m, 0m, 0m, 0m, 0m, 0m));
            site.AddDocument(Sample.Application(1, 0m, [.. lines]) with { ProcoreId = $"{6000 + number}", ApplicationNumber = number });
        }

        var answer = Replay(Draft(new RetainageTerms.Flat(0.10m)));
        Assert.Equal("input-unusable", answer["ReasonCode"]);
        Assert.Contains("15,000 lines", (string)answer["Message"], StringComparison.Ordinal);
        Assert.InRange(site.Dataverse.Requests.Count, 1, 12);
    }

    [Fact]
    public void Terms_of_another_commitment_are_refused()
    {
        Add(First);
        var other = site.AddTerms(site.AddContract("SC-003", MatchingChoice.Matched), Version(new RetainageTerms.Flat(0.10m)), RuleStateChoice.Draft);
        var answer = Replay(other);
        Assert.Equal(("input-unusable", 0), ((string)answer["ReasonCode"], (int)answer["ApplicationCount"]));
    }

    private void Add(params SourceInvoice[] invoices)
    {
        foreach (var invoice in invoices)
        {
            site.AddDocument(invoice);
        }
    }

    private Guid Draft(RetainageTerms retainage) => site.AddTerms(site.Commitment, Version(retainage), RuleStateChoice.Draft);

    private static TermsVersion Version(RetainageTerms retainage)
    {
        var version = Site.TermsOf("SC-002");
        return version with { Key = "LAKESHORE|1|TERMS|SC-002|9", Number = 9, Terms = version.Terms with { Retainage = retainage } };
    }

    private ParameterCollection Replay(Guid termsId) =>
        site.Call(new ReplayTerms(), "pint_ReplayTerms", ("CommitmentId", site.Commitment), ("TermsId", termsId));
}
