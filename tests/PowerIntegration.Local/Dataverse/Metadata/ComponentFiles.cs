namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads which assemblies and flows a solution brings. What runs them reads their files itself.</summary>
internal static class ComponentFiles
{
    public static AssemblyDefinition Assembly(string file)
    {
        var xml = SolutionXml.Load(file, "PluginAssembly");
        var name = xml.Root.Attribute("FullName")?.Value ?? throw xml.Refused(xml.Root, "FullName is missing");
        return new AssemblyDefinition(xml.Id(xml.Root, "PluginAssemblyId"), name);
    }

    public static WorkflowDefinition Workflow(string file)
    {
        var xml = SolutionXml.Load(file, "Workflow");
        return new WorkflowDefinition(
            xml.Id(xml.Root, "WorkflowId"),
            xml.Root.Attribute("Name")?.Value ?? throw xml.Refused(xml.Root, "the workflow has no name"),
            xml.Flag(xml.Root, "StateCode", otherwise: false)
        );
    }
}
