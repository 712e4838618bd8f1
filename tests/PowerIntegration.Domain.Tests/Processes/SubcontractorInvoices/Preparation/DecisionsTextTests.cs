using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

public sealed class DecisionsTextTests
{
    private const string By = "Dana \"D\" Kowalski";

    public static TheoryData<BillingDecisions> Decisions =>
        [
            new BillingDecisions(),
            new BillingDecisions
            {
                CatchUp = new CatchUpDecision(-12.5m, 3, By, "Reason: {\"a\":1}"),
                OracleVariances = [new OracleVariance("SC|2", 1.00m, 2.00m, default)],
            },
            new BillingDecisions
            {
                Cut = new HeaderCut(12m, By, "Cut"),
                Materials = 0m,
                VoidNumbers = [2, 5],
            },
            new BillingDecisions { Cut = new HeaderCut(25_000m, By, "Defective work") { Kind = CutKind.Net } },
            new BillingDecisions { Release = new RetainageRelease.Total(1000.15m) { PunchListHold = 5m } },
            new BillingDecisions { Release = new RetainageRelease.DownTo(0m) },
            new BillingDecisions { Release = new RetainageRelease.Everything() },
            new BillingDecisions { Release = new RetainageRelease.ByLine([new LineRelease("A", 1m), new LineRelease("B", 2m)]) },
            new BillingDecisions { Deductions = [new PaymentDeduction(DeductionKind.JointCheck, "JC-1", 5.01m, "01-2", By)] },
            new BillingDecisions
            {
                ScheduleChanges =
                [
                    new ScheduleChange.Split("A", [new SplitPart("A1", 1m, null, "C"), new SplitPart("A2", 2m, 0.5m, null)]),
                    new ScheduleChange.Merge(["A", "B"], "A", null),
                    new ScheduleChange.Delete("C", DeletedLine.Credit),
                    new ScheduleChange.Delete("D", null),
                    new ScheduleChange.Recode("E", "0100", true),
                ],
            },
            new BillingDecisions { PostAgain = new PostAgainDecision("Wrong \"site\"", By) { CanceledNumbers = ["HE-1", "HE-1-C1"] } },
            new BillingDecisions { Oracle = [] },
            new BillingDecisions { Oracle = [new OraclePosted("A", 1.25m, null), new OraclePosted("B", -1m, 0m)] },
        ];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void What_is_stored_is_what_was_decided(BillingDecisions decided)
    {
        var text = DecisionsText.Write(People.Dana with { Name = By }, decided);
        var reader = new FieldReader();
        var read = JsonText.Read("Decisions", text, reader, DecisionsText.Stored);
        Assert.Empty(reader.Problems);
        Assert.Equal(Shown(decided), Shown(read!));
        Assert.Equal(text, DecisionsText.Write(People.Dana with { Name = By }, read!));
    }

    [Theory]
    [InlineData("", CutKind.Gross)]
    [InlineData("\"kind\":\"gross\",", CutKind.Gross)]
    [InlineData("\"kind\":\"net\",", CutKind.Net)]
    public void A_cut_says_gross_or_net_and_is_gross_where_it_does_not_say(string kind, CutKind read)
    {
        var reader = new FieldReader();
        var text = $"{{\"cut\":{{{kind}\"amount\":25000.00,\"reason\":\"Defective work\"}}}}";
        var decided = JsonText.Read("Decisions", text, reader, fields => DecisionsText.Of(fields, By));
        Assert.Empty(reader.Problems);
        Assert.Equal(new HeaderCut(25_000m, By, "Defective work") { Kind = read }, decided!.Cut);
    }

    [Fact]
    public void A_cut_of_another_kind_is_named()
    {
        var reader = new FieldReader();
        _ = JsonText.Read(
            "Decisions",
            """{"cut":{"kind":"both","amount":1,"reason":"Defective work"}}""",
            reader,
            fields => DecisionsText.Of(fields, By)
        );
        Assert.Contains("gross, net", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_decision_accepted_is_read_from_what_is_stored()
    {
        var variance = new OracleVariance("SC|2", 1.05m, 2.15m, default);
        Assert.Equal(
            [variance],
            DecisionsText.Accepted(DecisionsText.Write(People.Dana with { Name = By }, new BillingDecisions { OracleVariances = [variance] }))
        );
        Assert.Empty(DecisionsText.Accepted(DecisionsText.Write(People.Dana with { Name = By }, new BillingDecisions())));
        Assert.Empty(DecisionsText.Accepted(null));
        Assert.Throws<InvariantBrokenException>(() => DecisionsText.Accepted("{\"decidedBy\":"));
    }

    // Records with lists compare by reference, and some lists are written as the type that holds no more than its base: both sides as JSON.
    private static string Shown(BillingDecisions decisions) =>
        JsonSerializer.Serialize(
            new
            {
                decisions,
                Release = (object?)decisions.Release,
                Changes = decisions.ScheduleChanges.Cast<object>(),
            }
        );
}
