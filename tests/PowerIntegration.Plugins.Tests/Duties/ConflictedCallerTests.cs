using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Duties;

/// <summary>Who has roles that one person must not have decides nothing.</summary>
public sealed class ConflictedCallerTests
{
    private readonly Site site = new();

    public static TheoryData<string, string> Pairs =>
        new(RoleRule.All.Select(rule => new TheoryDataRow<string, string>(rule.First.Name, rule.Second.Name)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_is_refused_whether_given_directly_or_through_teams(string first, string second)
    {
        var roles = new[] { Named(first), Named(second) };
        var direct = new Site();
        var through = new Site();
        var half = new Site();
        foreach (var role in roles)
        {
            direct.Give(direct.Dana, direct.Role(role));
            through.GiveThrough(through.Dana, "Team of " + role.Name, through.Role(role));
        }

        half.Give(half.Dana, half.Role(roles[0]));
        half.GiveThrough(half.Dana, "Office", half.Role(roles[1]));

        Assert.StartsWith($"Dana Kowalski has the roles '{first}' (directly) and '{second}' (directly). ", Refused(direct), StringComparison.Ordinal);
        Assert.StartsWith(
            $"Dana Kowalski has the roles '{first}' (through the team 'Team of {first}') and '{second}' (through the team 'Team of {second}'). ",
            Refused(through),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"Dana Kowalski has the roles '{first}' (directly) and '{second}' (through the team 'Office'). ",
            Refused(half),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_refusal_says_why_and_who_mends_it()
    {
        site.Give(site.Dana, site.Role(ShippedRole.VendorMaster));
        site.GiveThrough(site.Dana, "Payables", site.Role(ShippedRole.AccountsPayable));

        Assert.Equal(
            "Dana Kowalski has the roles 'PowerIntegration Vendor Master' (directly) and 'PowerIntegration Accounts Payable' "
                + "(through the team 'Payables'). Whoever sets up vendors must not handle their invoices. Ask a system administrator to remove one "
                + "of the two roles from Dana Kowalski. A role through a team ends with the membership of the team. Nothing was recorded.",
            Refused(site)
        );
    }

    [Fact]
    public void A_role_that_was_renamed_does_not_escape()
    {
        site.Give(site.Dana, site.Role(ShippedRole.Controller));
        site.Give(site.Dana, site.Role(ShippedRole.Approver, "Site Approval"));

        Assert.Contains("'Site Approval' (shipped as PowerIntegration Approver, directly)", Refused(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_another_business_unit_does_not_escape_even_renamed()
    {
        site.Give(site.Dana, site.CopyOf(ShippedRole.Controller));
        site.Give(site.Dana, site.CopyOf(ShippedRole.Auditor, "Readers of Chicago"));

        Assert.Contains("'Readers of Chicago' (shipped as PowerIntegration Auditor, directly)", Refused(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_was_made_by_hand_under_a_shipped_name_does_not_escape()
    {
        site.Give(site.Dana, site.Role(ShippedRole.Controller));
        site.Give(site.Dana, site.OtherRole("powerintegration accounts payable"));

        Assert.Contains("'powerintegration accounts payable'", Refused(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_administrator_is_not_refused_for_that_role_alone_nor_with_one_of_ours()
    {
        site.Give(site.Dana, site.OtherRole("System Administrator"));
        Assert.Equal("Held", Decide(site)["State"]);

        site.Give(site.Dana, site.Role(ShippedRole.Approver));
        Assert.Equal("Held", Decide(site)["State"]);
    }

    [Fact]
    public void Controller_and_mapping_administrator_are_allowed_and_the_roles_of_others_do_not_count()
    {
        site.Give(site.Dana, site.Role(ShippedRole.Controller));
        site.Give(site.Dana, site.Role(ShippedRole.MappingAdministrator));
        site.Give(site.Luis, site.Role(ShippedRole.Approver));
        site.GiveThrough(site.Luis, "Office", site.Role(ShippedRole.Auditor));

        Assert.Equal("Held", Decide(site)["State"]);
    }

    private static ParameterCollection Decide(Site site) =>
        site.Call(
            new RecordDecision(),
            "pint_RecordDecision",
            ("DocumentId", site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]), ++revision)),
            ("Decisions", """{"deductions":[{"kind":"backCharge","name":"BC-1 broken pane","amount":500.00,"account":"101-10-21900-000-000-000"}]}""")
        );

    private static int revision;

    private static string Refused(Site site)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Decide(site));
        Assert.Empty(site.Dataverse.Written);
        Assert.Equal(0, site.LockCounter);
        Assert.All(site.Dataverse.Requests, request => Assert.StartsWith("Retrieve", request, StringComparison.Ordinal));
        Assert.All(
            site.Dataverse.All(DocumentTable.LogicalName),
            document => Assert.Null(document.GetAttributeValue<string>(DocumentTable.Decisions))
        );
        return refusal.Message;
    }

    private static ShippedRole Named(string name) => ShippedRole.All.Single(role => role.Name == name);
}
