using PowerIntegration.Packer.Generation.Plugins;
using Xunit;
using static PowerIntegration.Packer.Tests.Generation.Registration.SmallAssembly;

namespace PowerIntegration.Packer.Tests.Generation.Registration;

/// <summary>
/// Attributes that contradict each other or the solution: a sentence with the file of the class and the attribute, and nothing is written.
/// </summary>
public sealed class RefusedRegistrationTests : IDisposable
{
    private const string Folder = "plugins/PowerIntegration.Plugins/Cases/";

    private readonly SmallAssembly assembly = new();

    public static TheoryData<string, DeclaredAttribute[], string> Faults =>
        new()
        {
            { "nothing", [], "class GuardCase: Nothing registers the plug-in. Add an attribute, or make the class abstract." },
            { "message", [Step("Purge", "pint_project")], "PluginStep Purge of pint_project: The message 'Purge' is not known." },
            { "table", [Step("Delete", "pint_case")], "PluginStep Delete of pint_case: The table 'pint_case' is not in solution/core." },
            { "column", [Update("pint_title")], "PluginStep Update of pint_project: The table pint_project has no column 'pint_title'." },
            { "owner", [Update("ownerid")], "PluginStep Update of pint_project: The table pint_project has no column 'ownerid'." },
            { "no filter", [Update()], "PluginStep Update of pint_project: A step on Update lists the columns that call it" },
            { "filter", [Step("Delete", "pint_project", Filter("pint_name"))], "a step on another message lists none" },
            { "image", [Step("Update", "pint_project", Filter("pint_name"), ("PreImage", "Before"))], "An image has a name and columns." },
            { "twice", [Step("Delete", "pint_project"), Step("Delete", "pint_project")], "on the same message of the same table twice. Remove one." },
            { "protected", [Protected("pint_case")], "ProtectedTable pint_case: The table 'pint_case' is not in solution/core." },
            { "refreshed", [Protected("pint_project", ("Refreshable", new[] { "pint_paid" }))], "has no column 'pint_paid'. Correct Refreshable." },
            {
                "both",
                [Protected("pint_project"), Step("Delete", "pint_project")],
                "ProtectedTable pint_project: The class declares a step on the same message of the same table twice."
            },
            { "no api", [Step("Delete", "pint_project"), Input("CaseId")], "CustomApiInput: The class declares no custom API." },
            { "description", [Api(description: "")], "CustomApi pint_CloseCase: The description is empty." },
            { "input", [Api(), Input("CaseId"), Input("caseid")], "CustomApiInput CaseId: The name is declared twice. Remove one." },
            { "output text", [Api(), Output("State", "")], "CustomApiOutput State: The description is empty." },
            { "answer", [Api(), Answer("PowerIntegration.Plugins.Cases.None")], "PowerIntegration.Plugins.Cases.None declares no CustomApiOutput." },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_its_file_and_its_attribute(string fault, DeclaredAttribute[] attributes, string sentence)
    {
        Assert.NotEmpty(fault);
        string found = Assert.Single(assembly.With("GuardCase", attributes).Refused());
        Assert.StartsWith(Folder + "GuardCase.cs, ", found, StringComparison.Ordinal);
        Assert.Contains(sentence, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_of_one_custom_api_and_two_of_one_name_are_refused()
    {
        assembly.With("CloseCase", Api()).With("EndCase", Api()).With("EndCase", Step("Delete", "pint_project"));
        Assert.Equal(
            [
                Folder + "EndCase.cs, CustomApi: CloseCase is pint_CloseCase too. Name one of them otherwise.",
                Folder + "EndCase.cs, class EndCase: Another plug-in has the same name, and ids are made of names. Rename one of them.",
            ],
            assembly.Refused()
        );
    }

    [Theory]
    [InlineData("""{ "step/CloseCase/Update/pint_project": "4617d90c-fb44-5364-98e3-781ab66fe38f" }""", "No component has this name.")]
    [InlineData("""{ "type/GuardCase": "4617d90c" }""", "'4617d90c' of type/GuardCase is not an id. Restore the file.")]
    [InlineData("""{ "type/GuardCase": "4617d90c-fb44-5364-98e3-781ab66fe38f", }""", "It is not an object with a namespace and a list of ids")]
    public void A_list_of_ids_that_does_not_fit_is_refused(string list, string sentence)
    {
        string found = Assert.Single(assembly.With("GuardCase", Step("Delete", "pint_project")).Ids(list).Refused());
        Assert.StartsWith("solution/ids.json, ", found, StringComparison.Ordinal);
        Assert.Contains(sentence, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "solution/core/Other/Solution.xml",
        "    </RootComponents>",
        "</RootComponents >",
        "RootComponents: The list does not end with a line"
    )]
    [InlineData("connector/definition/apiProperties.json", "iconBrandColor", "iconColor", "properties: iconBrandColor is missing.")]
    [InlineData(
        "connector/definition/apiDefinition.swagger.json",
        "\"title\": \"PowerIntegration\"",
        "\"title\": \"\"",
        "info: A title or a description"
    )]
    [InlineData("solution/core/Entities/pint_Project/Entity.xml", "</Entity>", "</Entities>", "line ")]
    public void A_source_that_does_not_fit_is_refused(string file, string text, string replacement, string sentence)
    {
        assembly.Sources.Replace(file, text, replacement);
        Assert.Contains(sentence, Assert.Single(assembly.With("GuardCase", Step("Delete", "pint_project")).Refused()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("solution/ids.json", "the file: It is missing.")]
    [InlineData("solution/core/Other/Solution.xml", "the file: It is missing.")]
    [InlineData("solution/connector/Other/Solution.xml", "the file: It is missing.")]
    [InlineData("connector/definition/apiProperties.json", "the file: It is missing")]
    public void A_source_that_is_missing_is_named(string file, string sentence)
    {
        assembly.Sources.Delete(file);
        Assert.Contains(sentence, Assert.Single(assembly.With("GuardCase", Step("Delete", "pint_project")).Refused()), StringComparison.Ordinal);
    }

    public void Dispose() => assembly.Dispose();

    private static DeclaredAttribute Update(params string[] columns) => Step("Update", "pint_project", Filter(columns));

    private static (string Name, object? Value) Filter(params string[] columns) => ("FilteringAttributes", columns);
}
