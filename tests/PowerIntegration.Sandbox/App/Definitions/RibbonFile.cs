namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>RibbonDiff.xml</c>.</summary>
internal static class RibbonFile
{
    private static readonly string[] Children = ["CustomActions", "Templates", "CommandDefinitions", "RuleDefinitions", "LocLabels"];

    /// <summary>Refuses commands: none is drawn yet.</summary>
    /// <param name="file">Path of the file.</param>
    public static void Require(string file)
    {
        var xml = DefinitionXml.Load(file, "RibbonDiffXml");
        xml.Know(xml.Root, [], Children);
        foreach (var name in new[] { "CustomActions", "CommandDefinitions" })
        {
            if (xml.Root.Element(name)?.Elements().FirstOrDefault() is { } command)
            {
                throw xml.Refused(command, "the app page here does not draw commands yet. Remove the command, or draw it");
            }
        }
    }
}
