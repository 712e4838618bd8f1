using System.Collections.Frozen;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Checks Other/Customizations.xml: what an unpacked solution leaves in it is of no table, or refused.</summary>
internal static class CustomizationsFile
{
    // Read from their own folders, or by the flow runtime and the connector runtime.
    private static readonly FrozenSet<string> MayHoldSomething = FrozenSet.Create("connectionreferences", "Languages");

    public static void Check(string file)
    {
        if (!File.Exists(file))
        {
            throw new SolutionRefusedException($"{file}: the file is missing. An unpacked solution has it.");
        }

        var xml = SolutionXml.Load(file, "ImportExportXml");
        var filled = xml.Root.Elements().FirstOrDefault(slot => slot.HasElements && !MayHoldSomething.Contains(slot.Name.LocalName));
        if (filled is not null)
        {
            throw xml.Refused(filled, "components are read from their own folders, not from this file");
        }
    }
}
