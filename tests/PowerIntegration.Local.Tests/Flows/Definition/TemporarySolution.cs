using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Tests.Flows.Definition;

/// <summary>An unpacked solution in a folder that goes away.</summary>
internal sealed class TemporarySolution : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pint-solution-").FullName;

    public void AddConnectionReference(string logicalName) =>
        Write(
            "Other/Customizations.xml",
            $"""<ImportExportXml><connectionreferences><connectionreference"""
                + $""" connectionreferencelogicalname="{logicalName}" /></connectionreferences></ImportExportXml>"""
        );

    public void AddFlow(string name, JsonObject json, int stateCode = 1, int category = 5)
    {
        Write("Workflows/Test.json", json.ToJsonString());
        Write(
            "Workflows/Test.json.data.xml",
            $$"""
            <Workflow WorkflowId="{88dd8ceb-e083-5f18-9020-fae959d79941}" Name="{{name}}"><JsonFileName>/Workflows/Test.json</JsonFileName>
            <Category>{{category}}</Category><StateCode>{{stateCode}}</StateCode></Workflow>
            """
        );
    }

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
