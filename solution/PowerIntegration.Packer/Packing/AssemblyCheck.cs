using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>The assembly that goes into a package is the one that the solution registers, and nothing stands in for anything.</summary>
public static class AssemblyCheck
{
    private const int BytesMax = 16 * 1024 * 1024;
    private const string SdkReference = "Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    // The framework itself and the SDK that Dataverse provides; anything else would be missing in its sandbox.
    private static readonly string[] ProvidedByServer =
    [
        "mscorlib",
        "System",
        "System.Core",
        "System.Xml",
        "System.Xml.Linq",
        "System.Runtime.Serialization",
        "System.ServiceModel",
        "Microsoft.Xrm.Sdk",
        "Microsoft.Crm.Sdk.Proxy",
    ];

    /// <summary>What keeps the assembly from being packed under this registration; empty where nothing does.</summary>
    /// <param name="registration">Root of the .dll.data.xml.</param>
    /// <param name="bytes">The built assembly.</param>
    public static IReadOnlyList<Finding> Find(SourceElement registration, byte[] bytes)
    {
        AssemblyIdentity identity;
        try
        {
            identity = AssemblyIdentity.Read(bytes);
        }
        catch (BadImageFormatException e)
        {
            return
            [
                registration.Says(
                    registration.Attribute("FullName"),
                    $"The built file cannot be read: {e.Message} Build plugins/PowerIntegration.Plugins for net462."
                ),
            ];
        }

        return StandIn(registration, identity) is { } standIn
            ? [standIn]
            : [.. Identity(registration, identity, bytes.Length).Concat(References(registration, identity)).Concat(Types(registration, identity))];
    }

    private static Finding? StandIn(SourceElement registration, AssemblyIdentity identity) =>
        identity.SimpleName.StartsWith("Microsoft.", StringComparison.Ordinal) || identity.Product.StartsWith("Stand-in", StringComparison.Ordinal)
            ? registration.Says(
                identity.FullName,
                "This is a stand-in for an assembly of the Dataverse SDK. Stand-ins are for building and testing; they never ship."
            )
            : null;

    private static IEnumerable<Finding> Identity(SourceElement registration, AssemblyIdentity identity, int length)
    {
        if (identity.FullName != registration.Attribute("FullName"))
        {
            yield return registration.Says(
                "FullName",
                $"The solution registers '{registration.Attribute("FullName")}', the built file is '{identity.FullName}'."
            );
        }

        if (!identity.IsStrongNamed || length > BytesMax)
        {
            yield return registration.Says(
                identity.FullName,
                $"The assembly must be strong-named and at most {BytesMax} bytes long; it has {length}."
            );
        }

        if (identity.TargetFramework != ".NETFramework,Version=v4.6.2")
        {
            yield return registration.Says(
                identity.FullName,
                $"The assembly is built for '{identity.TargetFramework}'. Dataverse runs .NETFramework,Version=v4.6.2 only."
            );
        }
    }

    private static IEnumerable<Finding> References(SourceElement registration, AssemblyIdentity identity)
    {
        foreach (string reference in identity.References.Where(reference => !ProvidedByServer.Contains(reference.Split(',')[0])))
        {
            yield return registration.Says(
                identity.FullName,
                $"The assembly depends on {reference}, which Dataverse does not provide. One assembly ships, without dependencies."
            );
        }

        foreach (
            string reference in identity.References.Where(reference =>
                reference.StartsWith("Microsoft.Xrm.Sdk,", StringComparison.Ordinal) && reference != SdkReference
            )
        )
        {
            yield return registration.Says(identity.FullName, $"The assembly refers to {reference}; Dataverse has {SdkReference}.");
        }
    }

    private static IEnumerable<Finding> Types(SourceElement registration, AssemblyIdentity identity)
    {
        string[] registered = [.. registration.Element.Descendants("PluginType").Select(type => (string?)type.Attribute("Name") ?? "")];
        return
        [
            .. registered
                .Except(identity.PluginTypes)
                .Select(type => registration.Says(type, "The built assembly has no such public plug-in class.")),
            .. identity
                .PluginTypes.Except(registered)
                .Select(type => registration.Says(type, "The built assembly has this plug-in class, but no PluginType registers it.")),
        ];
    }
}
