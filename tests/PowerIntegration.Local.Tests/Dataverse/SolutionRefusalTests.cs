using PowerIntegration.Local.Dataverse.Metadata;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class SolutionRefusalTests
{
    private const string Case = "Entities/cts_Case/Entity.xml";

    public static TheoryData<string, string, string, string[]> Changes() =>
        new()
        {
            { Case, "<Type>decimal</Type>", "<Type>money</Type>", ["cts_Case", "cts_Amount", "money"] },
            { Case, "<IsCustomField>1</IsCustomField>", "<IsCustomField>1</IsCustomField><Surprise>1</Surprise>", ["Entity.xml", "Surprise"] },
            { Case, "<SourceType>0</SourceType>", "<SourceType>1</SourceType>", ["calculated"] },
            { Case, "<IsActivity>0</IsActivity>", "<IsActivity>1</IsActivity>", ["activities"] },
            { Case, "<OptionSetName>cts_stage</OptionSetName>", "<OptionSetName>cts_other</OptionSetName>", ["cts_other"] },
            { Case, "<AttributeName>cts_number</AttributeName>", "<AttributeName>cts_missing</AttributeName>", ["cts_missing"] },
            { Case, "<RibbonDiffXml />", "<RibbonDiffXml /><Dashboards />", ["Dashboards"] },
            {
                "Other/Relationships/cts_Customer.xml",
                "<CascadeDelete>Restrict</CascadeDelete>",
                "<CascadeDelete>Active</CascadeDelete>",
                ["CascadeDelete", "Active"]
            },
            {
                "Other/Relationships/cts_Customer.xml",
                "<ReferencingAttributeName>cts_CustomerId</ReferencingAttributeName>",
                "<ReferencingAttributeName>cts_Number</ReferencingAttributeName>",
                ["cts_case.cts_number"]
            },
            { "Other/Relationships/cts_Case.xml", "OneToMany", "ManyToMany", ["OneToMany"] },
            { "Other/Customizations.xml", "<Workflows />", "<Workflows><Workflow /></Workflows>", ["Workflows"] },
            { "Roles/Contoso Desk Agent.xml", "level=\"Global\"", "level=\"Everywhere\"", ["level"] },
            {
                "PluginAssemblies/ContosoPlugins-5B1D6B60-0000-4000-8000-000000000001/ContosoPlugins.dll.data.xml",
                "Version=1.0.0.0",
                "Version=1.0.0.1",
                ["Version=1.0.0.1"]
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_a_solution_holds_and_this_Dataverse_does_not_run_is_refused_by_file_and_element(
        string file,
        string before,
        string after,
        string[] named
    )
    {
        var refused = Assert.Throws<SolutionRefusedException>(() => Desk.Start(solution => solution.Change(file, before, after)));
        Assert.All(named, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CanvasApps/app.meta.xml", "CanvasApps")]
    [InlineData("Entities/cts_Case/Formulas/cts_case-cts_amount.xaml", "Formulas")]
    [InlineData("Workflows/Old-1.xaml", "classic workflows")]
    public void A_kind_of_component_that_is_not_run_is_refused(string file, string named)
    {
        var refused = Assert.Throws<SolutionRefusedException>(() => Desk.Start(solution => solution.Write(file, "<x/>")));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Entities/cts_Case/FormXml/main/{5b1d6b60-0000-4000-8000-0000000000aa}.xml")]
    [InlineData("AppModules/cts_desk/AppModule.xml")]
    [InlineData("WebResources/cts_icon.svg")]
    [InlineData("Workflows/Flow-1.json")]
    public async System.Threading.Tasks.Task Presentation_and_flows_are_passed_over(string file)
    {
        await using var desk = Desk.Start(solution => solution.Write(file, "<forms/>"));
        Assert.Equal(0, desk.Count("cts_case"));
    }

    [Fact]
    public void A_step_on_an_unknown_message_or_in_the_background_is_refused()
    {
        Assert.Contains(
            "c5bdbb1b",
            Refusal("20bebb1b-ea3e-db11-86a7-000a3a5473e8", "c5bdbb1b-ea3e-db11-86a7-000a3a5473e8"),
            StringComparison.Ordinal
        );
        Assert.Contains("asynchronous", Refusal("<Mode>0</Mode>", "<Mode>1</Mode>"), StringComparison.Ordinal);
        Assert.Contains("stage 30", Refusal("<Stage>40</Stage>", "<Stage>30</Stage>"), StringComparison.Ordinal);
    }

    private static string Refusal(string before, string after) =>
        Assert
            .Throws<SolutionRefusedException>(() =>
                Desk.Start(solution =>
                {
                    solution.Step("Update", "cts_case", 40, plug => { });
                    solution.Change("SdkMessageProcessingSteps/{5b1d6b60-0000-4000-9000-000000000001}.xml", before, after);
                })
            )
            .Message;
}
