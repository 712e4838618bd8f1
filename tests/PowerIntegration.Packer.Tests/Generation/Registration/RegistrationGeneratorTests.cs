using System.Text;
using Xunit;
using static PowerIntegration.Packer.Tests.Generation.Registration.SmallAssembly;

namespace PowerIntegration.Packer.Tests.Generation.Registration;

public sealed class RegistrationGeneratorTests : IDisposable
{
    private readonly SmallAssembly assembly = new();

    [Fact]
    public void A_custom_api_is_named_by_its_words_and_runs_its_class()
    {
        assembly.With("CloseCase", Api(), Input("CaseId", optional: true), Output("State"));
        string api = assembly.Text("customapis/pint_CloseCase/customapi.xml");
        Assert.Contains("""<displayname default="Close case">""", api, StringComparison.Ordinal);
        Assert.Contains("""<description default="Closes a case.">""", api, StringComparison.Ordinal);
        Assert.Contains("<executeprivilegename>prvWritepint_Commitment<", api, StringComparison.Ordinal);
        Assert.Contains("<plugintypeexportkey>104739a0-2706-5cfb-a559-751aa8d69bd4<", api, StringComparison.Ordinal);
        string input = assembly.Text("CaseId/customapirequestparameter.xml");
        Assert.Contains("<isoptional>1</isoptional>", input, StringComparison.Ordinal);
        Assert.Contains("""<displayname default="Case ID">""", input, StringComparison.Ordinal);
        string output = assembly.Text("State/customapiresponseproperty.xml");
        Assert.Contains("<type>2</type>", output, StringComparison.Ordinal);
        Assert.DoesNotContain("isoptional", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_api_may_have_a_display_name_of_its_own_and_answer_through_another_class()
    {
        assembly.With("CloseCase", Api(display: "Close WBS case"), Answer("PowerIntegration.Plugins.Cases.CaseAnswer"));
        assembly.WithOther("CaseAnswer", Output("State"), Output("Message"));
        Assert.Contains("""<displayname default="Close WBS case">""", assembly.Text("pint_CloseCase/customapi.xml"), StringComparison.Ordinal);
        Assert.Equal(2, assembly.Generate().Files.Count(file => file.Path.EndsWith("/customapiresponseproperty.xml", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_step_has_the_id_of_its_message_its_columns_and_its_image()
    {
        assembly.With(
            "GuardCase",
            Step(
                "Update",
                "pint_project",
                ("FilteringAttributes", new[] { "pint_name", "statecode" }),
                ("PreImage", "Before"),
                ("PreImageAttributes", new[] { "pint_key" })
            )
        );
        string step = assembly.Text("{b2b334c3-652c-538c-b842-e3ecbdb7161c}.xml");
        Assert.Contains("Name=\"PowerIntegration.Plugins.Cases.GuardCase: Update of pint_project\"", step, StringComparison.Ordinal);
        Assert.Contains("<SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8<", step, StringComparison.Ordinal);
        Assert.Contains("<FilteringAttributes>pint_name,statecode<", step, StringComparison.Ordinal);
        Assert.Contains("{09fac1d8-4b8b-55c4-853a-27503da0cb3d}<", step, StringComparison.Ordinal);
        Assert.Contains("<Attributes>pint_key<", step, StringComparison.Ordinal);
        Assert.Contains("<EntityAlias>Before<", step, StringComparison.Ordinal);
    }

    [Fact]
    public void A_protected_table_has_a_step_for_every_message_and_every_column_but_those_that_are_refreshed()
    {
        assembly.With(
            "GuardCase",
            Protected("pint_evidence", ("Refreshable", new[] { "pint_actor" }), ("PreImage", "Before"), ("PreImageAttributes", new[] { "pint_key" }))
        );
        string[] steps = Steps();
        Assert.Equal(
            ["Assign", "Delete", "SetState", "SetStateDynamicEntity", "Update"],
            steps.Select(step => MessageOf(step)).Order(StringComparer.Ordinal)
        );
        Assert.All(steps, step => Assert.Contains("<Stage>20<", step, StringComparison.Ordinal));
        string update = steps.Single(step => MessageOf(step) == "Update");
        Assert.Contains(
            "<FilteringAttributes>pint_content,pint_contenthash,pint_documentid,pint_evidencekind,pint_key,pint_name,pint_recordedon,"
                + "statecode,statuscode,ownerid<",
            update,
            StringComparison.Ordinal
        );
        Assert.Contains("<EntityAlias>Before<", update, StringComparison.Ordinal);
        Assert.All(steps.Except([update]), step => Assert.DoesNotContain("Image", step, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_is_added_to_a_protected_table_is_protected_too()
    {
        assembly.With("GuardCase", Protected("pint_evidence"));
        const string First = "<attribute PhysicalName=\"pint_Actor\">";
        assembly.Sources.Replace(
            "solution/core/Entities/pint_Evidence/Entity.xml",
            First,
            $"<attribute PhysicalName=\"pint_Seal\"><Type>int</Type><LogicalName>pint_seal</LogicalName></attribute>{First}"
        );
        Assert.Contains("<FilteringAttributes>pint_seal,", Steps().Single(step => MessageOf(step) == "Update"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_an_owner_have_no_step_on_Assign_and_no_column_for_it()
    {
        assembly.With("GuardCase", Protected("pint_project"));
        string[] steps = Steps();
        Assert.Equal(4, steps.Length);
        Assert.DoesNotContain("Assign", steps.Select(step => MessageOf(step)));
        Assert.DoesNotContain("ownerid", string.Concat(steps), StringComparison.Ordinal);
    }

    /// <summary>The ids here are those of another implementation of UUID version 5.</summary>
    [Theory]
    [InlineData("{}", "a673d521-0ca1-557a-acc5-55e39f88838b")]
    [InlineData("""{ "step/GuardCase/Delete/pint_project": "4617d90c-fb44-5364-98e3-781ab66fe38f" }""", "4617d90c-fb44-5364-98e3-781ab66fe38f")]
    public void An_id_that_is_listed_is_kept_and_every_other_is_computed_from_the_name(string list, string id)
    {
        assembly.With("GuardCase", Step("Delete", "pint_project")).Ids(list);
        Assert.Contains("GuardCase: Delete of pint_project", assembly.Text($"{{{id}}}.xml"), StringComparison.Ordinal);
        Assert.Contains(
            $"<RootComponent type=\"92\" id=\"{{{id}}}\" behavior=\"0\" />",
            assembly.Text("core/Other/Solution.xml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_manifest_lists_what_is_generated_and_keeps_every_other_line()
    {
        assembly.With("GuardCase", Step("Delete", "pint_project"));
        string before = File.ReadAllText(Path.Combine(assembly.Sources.Root, "solution/core/Other/Solution.xml"));
        string after = assembly.Text("core/Other/Solution.xml");
        Assert.Equal(Others(before), Others(after));
        Assert.Equal(2, after.Split('\n').Count(IsGenerated));
        static IEnumerable<string> Others(string manifest) => manifest.Split('\n').Where(line => !IsGenerated(line));
        static bool IsGenerated(string line) =>
            line.Contains("<RootComponent type=\"91\"", StringComparison.Ordinal)
            || line.Contains("<RootComponent type=\"92\"", StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_components_that_are_gone_are_deleted_and_others_stay()
    {
        assembly.With("GuardCase", Step("Delete", "pint_project"));
        assembly.Sources.Write("solution/core/PluginAssemblies/readme.txt", "kept");
        IReadOnlyList<string> lines = assembly.Generate().Write(assembly.Sources.Root);
        Assert.Contains("deleted solution/core/customapis/pint_ResolveWbs/customapi.xml", lines);
        Assert.False(Directory.Exists(Path.Combine(assembly.Sources.Root, "solution/core/customapis")));
        Assert.True(File.Exists(Path.Combine(assembly.Sources.Root, "solution/core/PluginAssemblies/readme.txt")));
        Assert.Single(Directory.GetFiles(Path.Combine(assembly.Sources.Root, "solution/core/SdkMessageProcessingSteps")));
    }

    [Fact]
    public void A_generated_file_that_cannot_be_read_is_overwritten()
    {
        const string Path = "solution/core/customapis/pint_CloseCase/customapi.xml";
        assembly.With("CloseCase", Api()).Sources.Write(Path, "<<<<<<< both sides of a merge");
        Assert.Contains("wrote " + Path, assembly.Generate().Write(assembly.Sources.Root));
    }

    [Fact]
    public void The_connector_is_copied_from_its_definition()
    {
        assembly.With("GuardCase", Step("Delete", "pint_project"));
        assembly.Sources.Replace("connector/definition/apiDefinition.swagger.json", "\"title\": \"PowerIntegration\"", "\"title\": \"Power Desk\"");
        assembly.Sources.Replace("connector/definition/apiProperties.json", "#1F5C66", "#0B5A8A");
        string connector = assembly.Text("Connectors/pint_5Fpower-20desk.xml");
        Assert.Contains("<displayname>Power Desk<", connector, StringComparison.Ordinal);
        Assert.Contains("<iconbrandcolor>#0B5A8A<", connector, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Power Desk\"", assembly.Text("pint_5Fpower-20desk_openapidefinition.json"), StringComparison.Ordinal);
        Assert.Contains("schemaName=\"pint_5Fpower-20desk\"", assembly.Text("connector/Other/Solution.xml"), StringComparison.Ordinal);
    }

    public void Dispose() => assembly.Dispose();

    private string[] Steps() =>
        [
            .. assembly
                .Generate()
                .Files.Where(file => file.Path.Contains("/SdkMessageProcessingSteps/", StringComparison.Ordinal))
                .Select(file => Encoding.UTF8.GetString(file.Content)),
        ];

    private static string MessageOf(string step) => step.Split("GuardCase: ")[1].Split(' ')[0];
}
