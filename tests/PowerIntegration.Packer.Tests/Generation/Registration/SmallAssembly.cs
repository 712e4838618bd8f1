using System.Text;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Generation.Registration;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.Registration;

/// <summary>An assembly of a few classes, generated into a copy of a small part of what ships, with no ids listed.</summary>
internal sealed class SmallAssembly : IDisposable
{
    public const string FullName = "PowerIntegration.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=43e2d84ed15f9658";

    private static readonly string[] Copied =
    [
        "solution/core/Other",
        "solution/core/Entities/pint_Project",
        "solution/core/Entities/pint_Evidence",
        "solution/core/customapis/pint_ResolveWbs",
        "solution/connector/Other",
        "connector/definition",
    ];

    private readonly List<PluginClass> plugins = [];
    private readonly List<PluginClass> others = [];

    public SmallAssembly() => Ids("{}");

    public SourceCopy Sources { get; } = SourceCopy.Whole(Copied);

    public static DeclaredAttribute Api(string name = "pint_CloseCase", string description = "Closes a case.", string? display = null) =>
        Attribute("CustomApi", [name, "prvWritepint_Commitment", description], display is null ? [] : [("DisplayName", display)]);

    public static DeclaredAttribute Input(string name, string description = "What to pass.", bool optional = false) =>
        Attribute("CustomApiInput", [name, 10, description], [("IsOptional", optional)]);

    public static DeclaredAttribute Output(string name, string description = "What it says.") =>
        Attribute("CustomApiOutput", [name, 2, description], []);

    public static DeclaredAttribute Answer(string type) => Attribute("CustomApiAnswer", [type], []);

    public static DeclaredAttribute Step(string message, string table, params (string Name, object? Value)[] properties) =>
        Attribute("PluginStep", [message, table, 20], properties);

    public static DeclaredAttribute Protected(string table, params (string Name, object? Value)[] properties) =>
        Attribute("ProtectedTable", [table], properties);

    public SmallAssembly With(string name, params IReadOnlyList<DeclaredAttribute> attributes)
    {
        plugins.Add(new PluginClass("PowerIntegration.Plugins.Cases", name, attributes));
        return this;
    }

    public SmallAssembly WithOther(string name, params IReadOnlyList<DeclaredAttribute> attributes)
    {
        others.Add(new PluginClass("PowerIntegration.Plugins.Cases", name, attributes));
        return this;
    }

    /// <summary>Replaces the list of ids.</summary>
    public SmallAssembly Ids(string list)
    {
        Sources.Write("solution/ids.json", $$"""{ "namespace": "14e66156-4dbc-5e72-88de-374ad9d8ba8d", "ids": {{list}} }""");
        return this;
    }

    public GeneratedFiles Generate() => RegistrationGenerator.Generate(Sources.Root, new PluginAssembly(FullName, plugins, others));

    public string Text(string ending) =>
        Encoding.UTF8.GetString(Assert.Single(Generate().Files, file => file.Path.EndsWith(ending, StringComparison.Ordinal)).Content);

    public IEnumerable<string> Refused() => Assert.Throws<PackingRefusedException>(Generate).Findings.Select(finding => finding.ToString());

    public void Dispose() => Sources.Dispose();

    private static DeclaredAttribute Attribute(string name, object?[] arguments, params (string Name, object? Value)[] properties) =>
        new(name, arguments, properties.ToDictionary(property => property.Name, property => property.Value));
}
