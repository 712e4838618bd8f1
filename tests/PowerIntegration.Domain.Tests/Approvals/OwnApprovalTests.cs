using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Approvals;

/// <summary>Who created or submitted a record does not approve it.</summary>
public sealed class OwnApprovalTests
{
    private static readonly SourcePerson Dana = new("501", "Dana Whitfield");
    private static readonly SourcePerson Erin = new("502", "Erin Doyle");

    public static TheoryData<SourcePerson, SourcePerson, SourcePerson, string?> Cases =>
        new()
        {
            { Dana, Erin, Erin, null },
            { Erin, Dana, Erin, "submitted" },
            { Erin, Erin, Dana, "created" },
            { new("502", "Erin D."), Dana, Erin, "submitted" },
            { new("501", "Erin Doyle"), Erin, Erin, null },
            { new(null, " erin doyle "), Dana, Erin, "submitted" },
            { Dana, new(null, null), new(" ", ""), null },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void By_id_where_both_have_one_else_by_name(SourcePerson approver, SourcePerson creator, SourcePerson submitter, string? part)
    {
        var refusal = Decide(ApprovalPlace.Procore, approver, creator, submitter);
        Assert.Equal(part is null ? null : "approved-by-submitter", refusal?.WireCode);
        if (part is not null)
        {
            Assert.Contains($"who {part} it", refusal!.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_Oracle_approves_Procores_approver_does_not_count() => Assert.Null(Decide(ApprovalPlace.Oracle, Erin, Erin, Erin));

    private static Refusal? Decide(ApprovalPlace place, SourcePerson approver, SourcePerson creator, SourcePerson submitter) =>
        new ApprovalDecision(
            new OwnershipRule
            {
                Key = "R",
                IsForProject = false,
                Place = place,
                TriggerStatus = "approved",
                ValidFrom = new CalendarDate(2025, 1, 1),
            }
        ).Check(new SourceApproval("Invoice 1", "approved", approver, new DateTime(2025, 11, 4), creator, submitter));
}
