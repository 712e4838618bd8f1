using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Identity;

public sealed class AssemblyIdentityTests
{
    private const string MicrosoftToken = "31bf3856ad364e35";

    [Theory]
    [InlineData("Microsoft.Xrm.Sdk")]
    [InlineData("Microsoft.Crm.Sdk.Proxy")]
    public void The_net462_stand_in_has_the_identity_of_the_real_assembly(string name)
    {
        AssemblyName identity = AssemblyName.GetAssemblyName(Beside(name + ".dll"));

        Assert.Equal(name, identity.Name);
        Assert.Equal(new Version(9, 0, 0, 0), identity.Version);
        Assert.Equal(MicrosoftToken, Convert.ToHexStringLower(identity.GetPublicKeyToken()!));
    }

    [Fact]
    public void The_net10_stand_ins_have_the_same_identity()
    {
        AssemblyName[] identities = [typeof(Entity).Assembly.GetName(), typeof(WhoAmIRequest).Assembly.GetName()];

        Assert.Equal(["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"], identities.Select(identity => identity.Name));
        Assert.All(identities, identity => Assert.Equal(new Version(9, 0, 0, 0), identity.Version));
        Assert.All(identities, identity => Assert.Equal(MicrosoftToken, Convert.ToHexStringLower(identity.GetPublicKeyToken()!)));
    }

    [Fact]
    public void A_net462_plug_in_built_here_refers_to_the_real_assembly_and_to_nothing_but_the_framework()
    {
        using var image = new PEReader(File.OpenRead(Beside("SamplePlugin.dll")));
        MetadataReader reader = image.GetMetadataReader();
        string[] references =
        [
            .. reader
                .AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName().FullName)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                $"Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken={MicrosoftToken}",
                "System.ServiceModel, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
            ],
            references
        );
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, "net462", file);
}
