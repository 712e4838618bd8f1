using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Users;
using Xunit;

namespace PowerIntegration.Domain.Tests.Duties;

public sealed class RoleHolderTests
{
    private static readonly Person Theo = new(new Guid("0a000000-0000-4000-8000-000000000001"), "Theo Brandt");

    // Written out, so that the list in the product is compared with a decision and not with itself.
    private static readonly string[] Listed =
    [
        "Approver + Mapping Administrator",
        "Approver + Controller",
        "Approver + Vendor Master",
        "Approver + Accounts Payable",
        "Vendor Master + Accounts Payable",
        "Vendor Master + Controller",
        "Controller + Accounts Payable",
        "Auditor + Mapping Administrator",
        "Auditor + Controller",
        "Auditor + Vendor Master",
        "Auditor + Accounts Payable",
        "Auditor + Approver",
        "Gateway + Mapping Administrator",
        "Gateway + Controller",
        "Gateway + Vendor Master",
        "Gateway + Accounts Payable",
        "Gateway + Approver",
        "Gateway + Auditor",
        "Flow Connection + Mapping Administrator",
        "Flow Connection + Controller",
        "Flow Connection + Vendor Master",
        "Flow Connection + Accounts Payable",
        "Flow Connection + Approver",
        "Flow Connection + Auditor",
        "Approvals Connection + Mapping Administrator",
        "Approvals Connection + Controller",
        "Approvals Connection + Vendor Master",
        "Approvals Connection + Accounts Payable",
        "Approvals Connection + Approver",
        "Approvals Connection + Auditor",
        "Gateway + Approvals Connection",
        "Gateway + Flow Connection",
    ];

    public static TheoryData<string> Pairs => [.. Listed];

    public static TheoryData<string> Allowed =>
        [
            "Controller + Mapping Administrator",
            "Vendor Master + Mapping Administrator",
            "Accounts Payable + Mapping Administrator",
            "Flow Connection + Approvals Connection",
        ];

    [Fact]
    public void The_list_is_closed_and_every_other_pair_is_allowed()
    {
        Assert.Equal(Listed, RoleRule.All.Select(rule => Short(rule.First) + " + " + Short(rule.Second)));
        var pairs = ShippedRole.All.SelectMany((first, index) => ShippedRole.All.Skip(index + 1).Select(second => (first, second))).ToList();
        Assert.Equal(36, pairs.Count);
        Assert.Equal(32, pairs.Count(pair => Holder(Of(pair.first), Of(pair.second)).Conflicts.Count == 1));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_that_was_given_to_the_person_is_a_conflict(string pair)
    {
        var (first, second) = Read(pair);
        var holder = Holder(Of(first), Of(second));

        var rule = Assert.Single(holder.Conflicts);
        Assert.Equal((first, second), (rule.First, rule.Second));
        Assert.StartsWith(
            $"Theo Brandt has the roles '{first.Name}' (directly) and '{second.Name}' (directly). ",
            holder.Sentence,
            StringComparison.Ordinal
        );
        Assert.EndsWith(rule.Reason, holder.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_through_teams_is_a_conflict_whole_or_half(string pair)
    {
        var (first, second) = Read(pair);

        Assert.Contains(
            $"'{first.Name}' (through the team 'Site') and '{second.Name}' (through the team 'Office')",
            Holder(Of(first, "Site"), Of(second, "Office")).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"'{first.Name}' (directly) and '{second.Name}' (through the team 'Office')",
            Holder(Of(second, "Office"), Of(first)).Sentence,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_pair_that_is_not_listed_is_none(string pair)
    {
        var (first, second) = Read(pair);
        var holder = Holder(Of(first), Of(second, "Site"));

        Assert.Empty(holder.Conflicts);
        Assert.Null(holder.Finding);
        Assert.Equal("", holder.Sentence);
    }

    [Fact]
    public void One_role_held_in_two_ways_is_no_conflict_and_is_told_with_both()
    {
        Assert.Empty(Holder(Of(ShippedRole.Approver), Of(ShippedRole.Approver, "Site")).Conflicts);
        Assert.Contains(
            "'PowerIntegration Approver' (directly and through the team 'Site') and 'PowerIntegration Controller' (directly)",
            Holder(Of(ShippedRole.Approver, "Site"), Of(ShippedRole.Approver), Of(ShippedRole.Controller)).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_role_that_was_renamed_is_told_by_both_names()
    {
        var holder = Holder(new HeldRole(ShippedRole.Approver, "Site Approval", null), Of(ShippedRole.Controller));

        Assert.Contains(
            "'Site Approval' (shipped as PowerIntegration Approver, directly) and 'PowerIntegration Controller' (directly)",
            holder.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Several_conflicts_are_one_finding_for_the_controller()
    {
        var holder = Holder(Of(ShippedRole.Approver), Of(ShippedRole.Controller), Of(ShippedRole.AccountsPayable, "Office"));

        Assert.Equal(3, holder.Conflicts.Count);
        var finding = holder.Finding!;
        Assert.Equal(
            (FindingKind.ConflictingRoles, FindingSeverity.Error, OwnerRole.Controller, null),
            (finding.Kind, finding.Severity, finding.Owner, finding.Amount)
        );
        Assert.Equal(holder.Sentence, finding.Sentence);
        Assert.Equal(
            "Ask a system administrator to remove one role of each pair from Theo Brandt. "
                + "A role through a team ends with the membership of the team.",
            holder.NextStep
        );
        Assert.Equal(holder.NextStep, finding.NextStep);
    }

    [Fact]
    public void A_role_is_known_by_its_root_its_id_and_its_name()
    {
        var other = new Guid("0a000000-0000-4000-8000-0000000000ff");

        Assert.Equal(ShippedRole.Approver, ShippedRole.Of(ShippedRole.Approver.Id, ShippedRole.Approver.Id, "Renamed"));
        Assert.Equal(ShippedRole.Approver, ShippedRole.Of(other, ShippedRole.Approver.Id, "Copy of a unit"));
        Assert.Equal(ShippedRole.Approver, ShippedRole.Of(ShippedRole.Approver.Id, null, null));
        Assert.Equal(ShippedRole.Approver, ShippedRole.Of(other, other, "powerintegration approver"));

        // The id says what a role is, whatever name it was given.
        Assert.Equal(ShippedRole.Approver, ShippedRole.Of(other, ShippedRole.Approver.Id, "PowerIntegration Auditor"));
        Assert.Null(ShippedRole.Of(other, other, "System Administrator"));
        Assert.Null(ShippedRole.Of(other, null, null));
    }

    private static RoleHolder Holder(params HeldRole[] roles) => new(Theo, roles);

    private static HeldRole Of(ShippedRole role, string? team = null) => new(role, role.Name, team);

    private static (ShippedRole First, ShippedRole Second) Read(string pair)
    {
        var names = pair.Split(" + ");
        return (Named(names[0]), Named(names[1]));
    }

    private static ShippedRole Named(string name) => ShippedRole.All.Single(role => Short(role) == name);

    private static string Short(ShippedRole role) => role.Name["PowerIntegration ".Length..];
}
