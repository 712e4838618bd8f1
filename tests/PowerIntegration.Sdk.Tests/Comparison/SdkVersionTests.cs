using Xunit;

namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>
/// Every published Microsoft.Xrm.Sdk has assembly version 9.0.0.0, and a plug-in binds to the file that the server has. So nothing here uses a
/// member that came late: what is used is in the list of those that the lowest version has which Microsoft's own connector asks for.
/// </summary>
public sealed class SdkVersionTests
{
    private static readonly KnownMembers Known = KnownMembers.Read(Beside("Comparison", "Members.9.0.2.51.txt"));
    private static readonly KnownMembers Later = KnownMembers.Read(Beside("Comparison", "Members.later.txt"));
    private static readonly HashSet<string> Sdk = ["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"];

    private static readonly DeclaredMembers[] StandIns = [.. Sdk.Select(name => DeclaredMembers.Read(Beside("net462", name + ".dll")))];

    public static TheoryData<string> Product => ["PowerIntegration.Plugins.dll", "PowerIntegration.Local.dll", "PowerIntegration.Sandbox.dll"];

    [Theory]
    [MemberData(nameof(Product))]
    public void Only_members_are_used_that_every_supported_version_has(string assembly)
    {
        string file = Beside("product", assembly);

        Assert.Empty(PublishedUses.Types(file, Sdk).Except(Known.Types));
        Assert.Empty(PublishedUses.Read(file, Sdk).Except(Known.Members));
    }

    // The gateway is deployed with the SDK that its client brings; no server has to have it.
    [Theory]
    [InlineData("", "Microsoft.PowerPlatform.Dataverse.Client.dll")]
    [InlineData("product", "PowerIntegration.Gateway.dll")]
    public void The_client_stand_in_and_the_gateway_use_only_members_that_the_client_brings(string folder, string assembly)
    {
        string file = Beside(folder, assembly);

        Assert.Empty(PublishedUses.Types(file, Sdk).Except(Known.Types).Except(Later.Types));
        Assert.Empty(PublishedUses.Read(file, Sdk).Except(Known.Members).Except(Later.Members));
    }

    [Fact]
    public void The_product_is_read_and_not_only_named()
    {
        Assert.Contains("Microsoft.Xrm.Sdk.IPlugin", PublishedUses.Types(Beside("product", "PowerIntegration.Plugins.dll"), Sdk));
        Assert.Contains("Microsoft.Xrm.Sdk.IPluginExecutionContext5", PublishedUses.Types(Beside("product", "PowerIntegration.Local.dll"), Sdk));
        Assert.True(PublishedUses.Read(Beside("product", "PowerIntegration.Gateway.dll"), Sdk).Count > 40);
    }

    [Fact]
    public void The_stand_ins_declare_nothing_that_microsofts_assembly_has_not()
    {
        Assert.Empty(StandIns.SelectMany(standIn => standIn.Types).Except(Known.Types).Except(Later.Types));
        Assert.Empty(StandIns.SelectMany(standIn => standIn.All()).Except(Known.Members).Except(Later.Members));
    }

    [Fact]
    public void An_interface_is_declared_whole()
    {
        HashSet<string> interfaces = [.. StandIns.SelectMany(standIn => standIn.Interfaces)];

        Assert.Empty(Known.Members.Where(member => interfaces.Contains(member.Type)).Except(StandIns.SelectMany(standIn => standIn.All())));
        Assert.Contains("Microsoft.Xrm.Sdk.IOrganizationService", interfaces);
    }

    [Fact]
    public void What_came_late_is_not_called_known()
    {
        Assert.Empty(Later.Types.Intersect(Known.Types));
        Assert.Empty(Later.Members.Intersect(Known.Members));
    }

    private static string Beside(string folder, string file) => Path.Combine(AppContext.BaseDirectory, folder, file);
}
