using Xunit;

namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>
/// Microsoft's published connector is compiled against the real SDK. Where it uses a type that we declare, the member it uses must exist in our
/// net462 assembly with the same signature. There are no exceptions: a member that is missing is added.
/// </summary>
public sealed class PublishedConnectorTests
{
    private static readonly DeclaredMembers[] StandIns =
    [
        DeclaredMembers.Read(Beside("net462", "Microsoft.Xrm.Sdk.dll")),
        DeclaredMembers.Read(Beside("net462", "Microsoft.Crm.Sdk.Proxy.dll")),
    ];

    private static readonly IReadOnlyList<MemberUse> Uses = PublishedUses.Read(
        Beside("published", "Microsoft.Xrm.Tooling.Connector.dll"),
        StandIns.Select(standIn => standIn.Assembly).ToHashSet()
    );

    [Fact]
    public void Every_member_that_the_published_connector_uses_on_a_type_of_ours_exists_with_the_same_signature()
    {
        IEnumerable<MemberUse> missing = Compared().Where(use => !Has(use));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_comparison_covers_the_central_types()
    {
        List<MemberUse> compared = [.. Compared()];

        Assert.True(compared.Count >= 133, $"Only {compared.Count} members were compared.");
        Assert.Superset(
            new HashSet<string>
            {
                "Microsoft.Xrm.Sdk.Entity",
                "Microsoft.Xrm.Sdk.EntityReference",
                "Microsoft.Xrm.Sdk.DataCollection`1",
                "Microsoft.Xrm.Sdk.DataCollection`2",
                "Microsoft.Xrm.Sdk.OrganizationRequest",
                "Microsoft.Xrm.Sdk.Query.QueryExpression",
                "Microsoft.Xrm.Sdk.Messages.CreateRequest",
                "Microsoft.Crm.Sdk.Messages.WhoAmIResponse",
            },
            compared.Select(use => use.Type).ToHashSet()
        );
    }

    [Theory]
    [InlineData("get_Id", "instance String()")]
    [InlineData("get_Id", "static valuetype System.Guid()")]
    [InlineData("get_Ident", "instance valuetype System.Guid()")]
    public void A_member_with_another_name_or_signature_counts_as_missing(string member, string signature)
    {
        Assert.True(Has(new MemberUse("Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Entity", "get_Id", "instance valuetype System.Guid()")));
        Assert.False(Has(new MemberUse("Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Entity", member, signature)));
    }

    private static IEnumerable<MemberUse> Compared() =>
        Uses.Where(use => StandIns.Any(standIn => standIn.Assembly == use.Assembly && standIn.Types.Contains(use.Type)));

    private static bool Has(MemberUse use) => StandIns.Single(standIn => standIn.Assembly == use.Assembly).Has(use);

    private static string Beside(string folder, string file) => Path.Combine(AppContext.BaseDirectory, folder, file);
}
